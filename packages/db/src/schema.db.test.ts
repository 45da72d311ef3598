import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { pictureOf } from '../testing/schema-picture.ts'
import { sql } from '../testing/sql.ts'
import { connect } from './client.ts'
import { migrate } from './migrate.ts'
import { findInstallation, prepare } from './prepare.ts'

const { db } = await aDatabase()

test('the schema is the one that was reviewed in schema.sql', async () => {
  await expect(await pictureOf(db)).toMatchFileSnapshot('../schema.sql')
})

test('every table forces row-level security', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'kysely%'
      and not (relrowsecurity and relforcerowsecurity)`.execute(db)
  expect(rows).toEqual([])
})

test('every table admits its owner outside of requests', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'kysely%'
      and not exists (select from pg_policies where tablename = relname and policyname = 'outside_requests')`.execute(
    db,
  )
  expect(rows).toEqual([])
})

test('concert_app owns nothing and cannot step around row-level security', async () => {
  const { rows } = await sql<{ bypass: boolean; super: boolean; owned: number }>`
    select rolbypassrls as bypass, rolsuper as super,
      (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
    from pg_roles where rolname = 'concert_app'`.execute(db)
  expect(rows).toEqual([{ bypass: false, super: false, owned: 0 }])
})

test('migrating again, from two replicas at once, changes nothing', async () => {
  const before = await pictureOf(db)
  await Promise.all([migrate(db), migrate(db)])
  expect(await pictureOf(db)).toBe(before)
})

test('what a database is, a demonstration or real, never changes', async () => {
  expect(await prepare(db, { demonstration: true })).toMatchObject({ isNew: false, isDemonstration: false })
  await expect(sql`update installation set is_demonstration = true`.execute(db)).rejects.toThrow('append-only')
})

test('installs for an owner who is no superuser, as on a hosted PostgreSQL', async () => {
  const cluster = inject('clusterUrl')
  const server = new pg.Client({ connectionString: cluster.replace('DATABASE', 'postgres') })
  await server.connect()
  await server.query('create role hosted login createrole')
  await server.query('grant concert_app to hosted with admin option')
  await server.query('create database hosted owner hosted')
  const hosted = connect(cluster.replace('concert@', 'hosted@').replace('DATABASE', 'hosted'), { max: 2 })
  afterAll(async () => {
    await hosted.close()
    await server.query('drop database hosted with (force)')
    await server.query('drop owned by hosted')
    await server.query('drop role hosted')
    await server.end()
  })
  await prepare(hosted.db, { demonstration: false })
  expect(await findInstallation(hosted.db)).toEqual({ isDemonstration: false })
  const { rows } = await sql<{ places: number }>`select count(*)::int as places from place`.execute(hosted.db)
  expect(rows[0]?.places).toBeGreaterThan(200)
})
