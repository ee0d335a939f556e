/**
 * The official forms of the annual report, chosen by id and never guessed from the year.
 * `2021`: 国办公开办函〔2021〕30号, 21 leaf rows; `2019`: 国办公开办函〔2019〕60号（试行）, （六）其他处理 is one row.
 */
export const FORM_IDS = ['2021', '2019'] as const;
export type FormId = (typeof FORM_IDS)[number];
