export { fenOfYuan10k as fenOf } from '#agency';
