import { Badge } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { Cloud } from '#shared/model/partner.ts';

/** The one cloud that a rule speaks of; nothing where it speaks of both. */
export function CloudOnly({ clouds }: { readonly clouds: readonly Cloud[] }) {
  const t = useT('terms.cloud');
  if (clouds.length === Cloud.options.length) return null;
  return clouds.map((cloud) => (
    <Badge appearance="outline" color="informative" key={cloud} size="small">
      {t(cloud)}
    </Badge>
  ));
}
