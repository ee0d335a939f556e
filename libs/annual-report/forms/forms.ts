import type { ReportForm } from '#agency';
import { FORM_2019 } from './2019.js';
import { FORM_2021 } from './2021.js';
import type { Form } from './form.js';

/** The official forms by id; which one a report uses is chosen, never guessed from the year. */
export const FORMS: Readonly<Record<ReportForm, Form>> = { '2021': FORM_2021, '2019': FORM_2019 };
