import type { GroundTables } from './ground.ts'

/** Every table, by slice. Each slice's file declares its own tables; only that file knows their columns. */
export interface Database extends GroundTables {}
