/**
 * The Azure clouds and where their doors are. Source: Microsoft's `az cloud list`; `metrics`, which every region stands
 * in front of, and which is the audience of its tokens: @azure/monitor-query-metrics.
 */
export const clouds = {
  public: {
    arm: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
    metrics: 'metrics.monitor.azure.com',
  },
  usgovernment: {
    arm: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
    metrics: 'metrics.monitor.azure.us',
  },
  china: {
    arm: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
    metrics: 'metrics.monitor.azure.cn',
  },
} as const;
export type CloudName = keyof typeof clouds;
