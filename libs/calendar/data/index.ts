import type { CalendarYear } from '../calendar-year.js';
import { CN_2007_1 } from './2007-cn-1.js';
import { CN_2008_1 } from './2008-cn-1.js';
import { CN_2009_1 } from './2009-cn-1.js';
import { CN_2010_1 } from './2010-cn-1.js';
import { CN_2011_1 } from './2011-cn-1.js';
import { CN_2012_1 } from './2012-cn-1.js';
import { CN_2013_1 } from './2013-cn-1.js';
import { CN_2014_1 } from './2014-cn-1.js';
import { CN_2015_1 } from './2015-cn-1.js';
import { CN_2015_2 } from './2015-cn-2.js';
import { CN_2016_1 } from './2016-cn-1.js';
import { CN_2017_1 } from './2017-cn-1.js';
import { CN_2018_1 } from './2018-cn-1.js';
import { CN_2019_1 } from './2019-cn-1.js';
import { CN_2019_2 } from './2019-cn-2.js';
import { CN_2020_1 } from './2020-cn-1.js';
import { CN_2020_2 } from './2020-cn-2.js';
import { CN_2021_1 } from './2021-cn-1.js';
import { CN_2022_1 } from './2022-cn-1.js';
import { CN_2023_1 } from './2023-cn-1.js';
import { CN_2024_1 } from './2024-cn-1.js';
import { CN_2025_1 } from './2025-cn-1.js';
import { CN_2026_1 } from './2026-cn-1.js';

/** Every version shipped with the program, all of jurisdiction CN, 2007 to 2026, by year and version. */
export const SHIPPED_CALENDAR_YEARS: readonly CalendarYear[] = [
  CN_2007_1,
  CN_2008_1,
  CN_2009_1,
  CN_2010_1,
  CN_2011_1,
  CN_2012_1,
  CN_2013_1,
  CN_2014_1,
  CN_2015_1,
  CN_2015_2,
  CN_2016_1,
  CN_2017_1,
  CN_2018_1,
  CN_2019_1,
  CN_2019_2,
  CN_2020_1,
  CN_2020_2,
  CN_2021_1,
  CN_2022_1,
  CN_2023_1,
  CN_2024_1,
  CN_2025_1,
  CN_2026_1,
];
