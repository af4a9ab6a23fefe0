/** The Azure clouds and where their doors are. Source: Microsoft's `az cloud list`. */
export const clouds = {
  public: {
    arm: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
  },
  usgovernment: {
    arm: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
  },
  china: {
    arm: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
  },
} as const;
export type CloudName = keyof typeof clouds;
