import type { Cloud, PartnerProfile } from '#shared/model/partner.ts';
import type { SyncSource } from '#shared/model/sync.ts';

/** Where the services of each cloud are: Partner Center without, Graph with its version. */
const CLOUDS: Record<Cloud, Record<SyncSource, string>> = {
  global: {
    'partner-center': 'https://api.partnercenter.microsoft.com',
    graph: 'https://graph.microsoft.com/v1.0',
  },
  '21vianet': {
    'partner-center': 'https://partner.partnercenterapi.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn/v1.0',
  },
};

/** The services' addresses without a slash at their ends: those that the profile names, else its cloud's. */
export function endpointsOf({ cloud, endpoints }: PartnerProfile): Readonly<Record<SyncSource, string>> {
  const { graph, 'partner-center': partnerCenter } = CLOUDS[cloud];
  return {
    'partner-center': trimmed(endpoints?.partnerCenter ?? partnerCenter),
    graph: trimmed(endpoints?.graph ?? graph),
  };
}

const trimmed = (address: string): string => address.replace(/\/+$/u, '');
