import { z } from 'zod';

/** 申请渠道. In person and by post are open by law; the others bind the agency once its guide announces them (DR 1.2). */
export const CHANNELS = ['in-person', 'registered-mail', 'ordinary-mail', 'internet', 'fax', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What each channel is called, and what the day of arrival (`on`) means for it (Art. 31, DR 1.3). */
export const CHANNEL_FACTS: Readonly<
  Record<Channel, { readonly label: string; readonly arrival: string; readonly needsConfirmation: boolean }>
> = {
  'in-person': { label: '当面', arrival: '当面提交之日', needsConfirmation: false },
  'registered-mail': { label: '挂号信/EMS', arrival: '行政机关签收之日', needsConfirmation: false },
  'ordinary-mail': { label: '平信', arrival: '政府信息公开工作机构收到之日', needsConfirmation: true },
  internet: { label: '网络', arrival: '网上提交之日', needsConfirmation: true },
  fax: { label: '传真', arrival: '传真收到之日', needsConfirmation: true },
  email: { label: '电子邮件', arrival: '邮件系统收到之日', needsConfirmation: true },
};

/** Accepts one of the six channels. */
export const channelSchema = z.enum(CHANNELS, { error: '应为申请渠道之一：' + CHANNELS.join('、') });
