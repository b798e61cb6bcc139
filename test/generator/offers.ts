import type { ServiceModel } from '#shared/model/subscription.ts';

/** Something that is sold: the name and offer id of the price list, and the SKU by which a tenant counts its seats. */
export interface Offer {
  readonly name: string;
  readonly offerId: string;
  /** `null` for metered services, of which no tenant counts seats. */
  readonly sku: string | null;
  readonly service: string;
  readonly serviceModel: ServiceModel;
  /** How often it is bought, compared with the others. */
  readonly weight: number;
  /** What a seat costs for a month, in yuan. */
  readonly price: number;
}

type Row = readonly [string, string, string | null, string, number, number];

const ROWS: readonly Row[] = [
  ['Office 365 E3', '796b6b5f-613c-4e24-a17c-eba730d49c02', 'ENTERPRISEPACK', 'office-365', 18, 158],
  ['Office 365 E1', '91fd106f-4b2c-4938-95ac-f54f74e9a239', 'STANDARDPACK', 'office-365', 12, 60],
  ['Office 365 E5', 'a044b16a-1861-4308-8086-a3a3b506fac2', 'ENTERPRISEPREMIUM', 'office-365', 4, 290],
  ['Office 365 商业协作版', 'bd938f12-058f-4927-bba3-ae36b1d2501c', 'O365_BUSINESS_ESSENTIALS', 'office-365', 14, 38],
  ['Office 365 商业高级版', '031c9e47-4802-4248-838e-778fb1d2cc05', 'O365_BUSINESS_PREMIUM', 'office-365', 10, 95],
  ['Microsoft 365 Business Premium', 'fbdb18e2-fb7a-4b3e-b7fa-1c6a1b0ec6f6', 'SPB', 'office-365', 9, 150],
  ['Microsoft 365 E3', '2b3b8d2d-10aa-4be4-b5fd-7f2feb0c3091', 'SPE_E3', 'office-365', 6, 245],
  ['Exchange Online (计划 1)', '195416c1-3447-423a-b37b-ee59a99a19c4', 'EXCHANGESTANDARD', 'office-365', 7, 26],
  ['Exchange Online (计划 2)', '2f707c7c-2433-49a5-a437-9ca7cf40d3eb', 'EXCHANGEENTERPRISE', 'office-365', 3, 52],
  ['SharePoint Online (计划 1)', 'ff7a4f5b-4973-4241-8c43-80f2be39311d', 'SHAREPOINTSTANDARD', 'office-365', 2, 33],
  ['Project Online 专业版', '8f3c9c2d-5c1b-4b6a-9a5f-2f6a2b1f0d52', 'PROJECTPROFESSIONAL', 'project', 4, 198],
  ['Visio Online 计划 2', 'b4d4b7f4-4089-43b6-9c44-de97b760fb11', 'VISIOCLIENT', 'visio', 4, 99],
  [
    'Enterprise Mobility + Security E3',
    '79c29af7-3cd0-4a6f-b182-a81e31dec84e',
    'EMS',
    'enterprise-mobility-security',
    6,
    58,
  ],
  ['Intune', '51e95709-dc35-4780-9040-22278cb7c0e1', 'INTUNE_A', 'intune', 3, 40],
  ['Power BI Pro', '800f4f3b-cfe1-42c1-9cea-675512810488', 'POWER_BI_PRO', 'power-bi', 6, 64],
  ['Dynamics 365 Sales', '80a7a0a9-57ab-4ae1-8b0e-3a9d2f1b5c6e', 'DYN365_ENTERPRISE_SALES', 'dynamics-365', 3, 620],
  ['Power Apps per user', '7b1e9b52-5f0a-4f6e-b1a7-0f4c1d2e8a93', 'POWERAPPS_PER_USER', 'power-platform', 2, 130],
  ['Azure 中国区订阅', 'ms-azr-0145p', null, 'azure', 8, 0],
];

export const OFFERS: readonly Offer[] = ROWS.map(([name, offerId, sku, service, weight, price]) => ({
  name,
  offerId,
  sku,
  service,
  serviceModel: sku === null ? 'usage-based' : 'license-based',
  weight,
  price,
}));

/** Offers whose seats a tenant counts. */
export const LICENSES: readonly (Offer & { readonly sku: string })[] = OFFERS.flatMap((offer) =>
  offer.sku === null ? [] : [{ ...offer, sku: offer.sku }],
);

export const AZURE: readonly Offer[] = OFFERS.filter(({ sku }) => sku === null);
