table activity
  id uuid not null default gen_random_uuid()
  reference text not null default next_activity_reference()
  source text not null default 'hand'::text
  lead_agency_id uuid not null
  partner_agency_ids uuid[] not null default '{}'::uuid[]
  agency_ids uuid[] not null generated always as (array_append(partner_agency_ids, lead_agency_id))
  other_partners jsonb not null default '[]'::jsonb
  title jsonb not null default '[]'::jsonb
  description jsonb not null default '[]'::jsonb
  kind text
  level text
  status text not null default 'planned'::text
  visibility text not null default 'draft'::text
  relevance text not null default 'own'::text
  audience text not null generated always as (
CASE
    WHEN (visibility = 'draft'::text) THEN 'draft'::text
    WHEN ((visibility = 'public'::text) AND (relevance = ANY (ARRAY['own'::text, 'relevant'::text]))) THEN 'public'::text
    ELSE 'group'::text
END)
  counted boolean not null generated always as (((visibility <> 'draft'::text) AND (relevance = ANY (ARRAY['own'::text, 'relevant'::text]))))
  pillars text[] not null default '{}'::text[]
  sdg_targets text[] not null default '{}'::text[]
  forms text[] not null default '{}'::text[]
  audiences text[] not null default '{}'::text[]
  tags text[] not null default '{}'::text[]
  paragraphs text[] not null default '{}'::text[]
  start_on date
  end_on date
  budget_minor bigint
  budget_currency text
  tools_used text
  lessons text
  links jsonb not null default '[]'::jsonb
  do_no_harm jsonb
  publish_reasons jsonb not null default '[]'::jsonb
  search text not null generated always as (fold_text(((((reference || ' '::text) || narrative_text(title)) || ' '::text) || narrative_text(description))))
  facets tsvector not null generated always as (activity_facets(kind, level, status, array_append(partner_agency_ids, lead_agency_id), pillars, sdg_targets, forms, audiences, tags, paragraphs, start_on))
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  created_by uuid
  updated_at timestamp with time zone not null default now()
  updated_by uuid
  submitted_at timestamp with time zone
  submitted_by uuid
  published_at timestamp with time zone
  published_by uuid
  CHECK ((budget_currency ~ '^[A-Z]{3}$'::text))
  CHECK (((budget_minor >= 0) AND (budget_minor <= '1000000000000000'::bigint)))
  CHECK ((NOT (lead_agency_id = ANY (partner_agency_ids))))
  CHECK (((budget_minor IS NULL) = (budget_currency IS NULL)))
  CHECK ((array_position((((((pillars || sdg_targets) || forms) || audiences) || tags) || paragraphs), NULL::text) IS NULL))
  CHECK ((jsonb_typeof(description) = 'array'::text))
  CHECK (((relevance <> 'joined'::text) OR (visibility <> 'draft'::text)))
  CHECK ((level = ANY (ARRAY['global'::text, 'regional'::text, 'national'::text])))
  CHECK ((jsonb_typeof(links) = 'array'::text))
  CHECK ((jsonb_typeof(other_partners) = 'array'::text))
  CHECK ((cardinality(partner_agency_ids) <= 60))
  CHECK (((visibility <> 'public'::text) OR ((jsonb_array_length(title) > 0) AND (kind IS NOT NULL) AND (cardinality(pillars) > 0) AND (start_on IS NOT NULL) AND ((end_on IS NULL) OR (end_on >= start_on)))))
  CHECK ((jsonb_typeof(publish_reasons) = 'array'::text))
  CHECK ((reference ~ '^ACT-[0-9]{4}-[0-9]{5,9}$'::text))
  CHECK ((relevance = ANY (ARRAY['own'::text, 'pending'::text, 'relevant'::text, 'not_relevant'::text, 'joined'::text])))
  CHECK (((source = 'import'::text) OR (relevance = ANY (ARRAY['own'::text, 'joined'::text]))))
  CHECK ((source = ANY (ARRAY['hand'::text, 'import'::text])))
  CHECK ((status = ANY (ARRAY['planned'::text, 'ongoing'::text, 'completed'::text, 'cancelled'::text])))
  CHECK ((jsonb_typeof(title) = 'array'::text))
  CHECK ((version > 0))
  CHECK ((visibility = ANY (ARRAY['draft'::text, 'group'::text, 'public'::text])))
  FOREIGN KEY (lead_agency_id) REFERENCES agency(id)
  PRIMARY KEY (id)
  UNIQUE (reference)
  CREATE INDEX activity_by_facets ON public.activity USING gin (facets)
  CREATE INDEX activity_by_last_day ON public.activity USING btree (activity_last_day(start_on, end_on, status), start_on) INCLUDE (id, audience, counted, agency_ids, status, end_on, kind, pillars, forms)
  CREATE INDEX activity_by_search ON public.activity USING gin (search gin_trgm_ops)
  CREATE INDEX activity_by_start ON public.activity USING btree (start_on DESC NULLS LAST, id DESC) INCLUDE (audience, counted, agency_ids, kind, level, status, relevance, pillars, sdg_targets, forms, audiences, tags, paragraphs)
  CREATE INDEX activity_by_status_and_dates ON public.activity USING btree (status, end_on, start_on)
  CREATE INDEX activity_by_update ON public.activity USING btree (updated_at DESC, id DESC) INCLUDE (audience, counted, agency_ids)
  CREATE INDEX activity_drafts ON public.activity USING btree (updated_at DESC, id DESC) WHERE (visibility = 'draft'::text)
  CREATE INDEX activity_ends ON public.activity USING btree (status, end_on) WHERE counted
  CREATE INDEX activity_for_overlaps ON public.activity USING btree (id) INCLUDE (lead_agency_id, kind, status, start_on, end_on, forms, audiences, pillars, sdg_targets) WHERE (counted AND (status <> 'cancelled'::text))
  CREATE INDEX activity_pending ON public.activity USING btree (relevance, id) WHERE (relevance = ANY (ARRAY['pending'::text, 'not_relevant'::text]))
  CREATE INDEX activity_starts ON public.activity USING btree (status, start_on) WHERE counted
  CREATE TRIGGER clear BEFORE DELETE ON public.activity FOR EACH ROW EXECUTE FUNCTION clear_activity()
  CREATE TRIGGER cover_on_update AFTER UPDATE ON public.activity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cover_activity_update()
  CREATE TRIGGER spread_changed AFTER UPDATE ON public.activity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION spread_activity()
  CREATE TRIGGER spread_new AFTER INSERT ON public.activity REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION spread_activity()
  CREATE TRIGGER tally_on_delete AFTER DELETE ON public.activity REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_activity_delete()
  CREATE TRIGGER tally_on_insert AFTER INSERT ON public.activity REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_activity_insert()
  CREATE TRIGGER tally_on_update AFTER UPDATE ON public.activity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_activity_update()
  CREATE TRIGGER tally_paragraph_agencies_on_delete AFTER DELETE ON public.activity REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_paragraph_agencies_delete()
  CREATE TRIGGER tally_paragraph_agencies_on_insert AFTER INSERT ON public.activity REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_paragraph_agencies_insert()
  CREATE TRIGGER tally_paragraph_agencies_on_update AFTER UPDATE ON public.activity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_paragraph_agencies_update()
  CREATE TRIGGER tally_paragraphs_on_delete AFTER DELETE ON public.activity REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_paragraphs_delete()
  CREATE TRIGGER tally_paragraphs_on_insert AFTER INSERT ON public.activity REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_paragraphs_insert()
  CREATE TRIGGER tally_paragraphs_on_update AFTER UPDATE ON public.activity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_paragraphs_update()
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.activity FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy add for insert to concert_app with check (may_write_activity(agency_ids, visibility, source) AND (actor_is_system() OR (source = 'import'::text) OR (lead_agency_id = actor_agency())))
  policy change for update to concert_app using may_write_activity(agency_ids, visibility, source) with check may_write_activity(agency_ids, visibility, source)
  policy joined_rests for update to concert_app using ((relevance <> 'joined'::text) OR actor_is_system()) with check ((relevance <> 'joined'::text) OR actor_is_system())
  policy joined_stays for delete to concert_app using ((relevance <> 'joined'::text) OR actor_is_system())
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((audience = 'public'::text) OR ( SELECT actor_is_system() AS actor_is_system) OR ((audience = 'group'::text) AND ( SELECT actor_signed_in() AS actor_signed_in)) OR (( SELECT actor_signed_in() AS actor_signed_in) AND COALESCE((( SELECT actor_agency() AS actor_agency) = ANY (agency_ids)), false)))
  policy remove for delete to concert_app using (actor_is_system() OR ((visibility = 'draft'::text) AND may_write_activity(agency_ids, visibility, source)) OR ((source = 'import'::text) AND (relevance <> 'relevant'::text) AND may_write_activity(agency_ids, visibility, source)))
  grant delete, insert, select, update to concert_app

table activity_agency
  activity_id uuid not null
  agency_id uuid not null
  role text not null
  audience text not null
  counted boolean not null
  start_on date
  CHECK ((role = ANY (ARRAY['lead'::text, 'partner'::text])))
  FOREIGN KEY (activity_id) REFERENCES activity(id)
  FOREIGN KEY (agency_id) REFERENCES agency(id)
  PRIMARY KEY (activity_id, agency_id)
  CREATE INDEX activity_agency_by_start ON public.activity_agency USING btree (agency_id, start_on DESC NULLS LAST, activity_id DESC) INCLUDE (audience, counted, role)
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.activity_agency FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy derive_delete for delete to concert_app using (pg_trigger_depth() > 0)
  policy derive_insert for insert to concert_app with check (pg_trigger_depth() > 0)
  policy derive_update for update to concert_app using (pg_trigger_depth() > 0)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((audience = 'public'::text) OR ( SELECT actor_is_system() AS actor_is_system) OR ((audience = 'group'::text) AND ( SELECT actor_signed_in() AS actor_signed_in)) OR (( SELECT actor_signed_in() AS actor_signed_in) AND (EXISTS ( SELECT
   FROM activity a
  WHERE (a.id = activity_agency.activity_id)))))
  grant delete, insert, select, update to concert_app

table activity_area
  activity_id uuid not null
  scope text not null
  place_code text not null
  named boolean not null
  audience text not null
  counted boolean not null
  start_on date
  CHECK ((scope = ANY (ARRAY['public'::text, 'group'::text])))
  PRIMARY KEY (activity_id, scope, place_code)
  CREATE INDEX activity_area_by_start ON public.activity_area USING btree (place_code, scope, start_on DESC NULLS LAST, activity_id DESC) INCLUDE (audience, counted)
  CREATE TRIGGER cover_on_delete AFTER DELETE ON public.activity_area REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION cover_activity_area_delete()
  CREATE TRIGGER cover_on_insert AFTER INSERT ON public.activity_area REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cover_activity_area_insert()
  CREATE TRIGGER tally_on_delete AFTER DELETE ON public.activity_area REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_activity_area_delete()
  CREATE TRIGGER tally_on_insert AFTER INSERT ON public.activity_area REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_activity_area_insert()
  CREATE TRIGGER tally_on_update AFTER UPDATE ON public.activity_area REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_activity_area_update()
  policy derive_delete for delete to concert_app using (pg_trigger_depth() > 0)
  policy derive_insert for insert to concert_app with check (pg_trigger_depth() > 0)
  policy derive_update for update to concert_app using (pg_trigger_depth() > 0)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (((audience = 'public'::text) AND (scope = 'public'::text)) OR ( SELECT actor_is_system() AS actor_is_system) OR ((audience = ANY (ARRAY['public'::text, 'group'::text])) AND ( SELECT actor_signed_in() AS actor_signed_in)) OR (( SELECT actor_signed_in() AS actor_signed_in) AND (EXISTS ( SELECT
   FROM activity a
  WHERE (a.id = activity_area.activity_id)))))
  grant delete, insert, select, update to concert_app

table activity_import
  activity_id uuid not null
  import_id uuid not null
  reporting_org_ref text not null
  external_id text not null
  content_hash text not null
  seen_hashes text[] not null
  source_updated_at timestamp with time zone
  file_name text not null
  line integer not null
  provenance jsonb not null
  imported_draft jsonb not null
  score smallint not null
  band text not null
  proposal jsonb not null
  decided_at timestamp with time zone
  decided_by uuid
  decided_by_name text
  CHECK ((band = ANY (ARRAY['likely'::text, 'possible'::text, 'unlikely'::text])))
  CHECK ((content_hash = ANY (seen_hashes)))
  CHECK (((decided_at IS NULL) = (decided_by_name IS NULL)))
  CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200)))
  CHECK ((line > 0))
  CHECK (((score >= 0) AND (score <= 100)))
  FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
  FOREIGN KEY (import_id) REFERENCES import(id)
  PRIMARY KEY (activity_id)
  UNIQUE (reporting_org_ref, external_id)
  CREATE INDEX activity_import_by_import ON public.activity_import USING btree (import_id)
  CREATE INDEX activity_import_by_score ON public.activity_import USING btree (score DESC, activity_id)
  policy add for insert to concert_app with check (( SELECT may_import() AS may_import) AND (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = activity_import.activity_id) AND (a.source = 'import'::text) AND may_write_activity(a.agency_ids, a.visibility, a.source)))))
  policy change for update to concert_app using (( SELECT may_import() AS may_import) AND (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = activity_import.activity_id) AND may_write_activity(a.agency_ids, a.visibility, a.source)))))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (( SELECT actor_signed_in() AS actor_signed_in) AND (EXISTS ( SELECT
   FROM activity a
  WHERE (a.id = activity_import.activity_id))))
  grant insert, select, update to concert_app

table activity_join
  id uuid not null default gen_random_uuid()
  kept_id uuid not null
  joined_id uuid not null
  kept_agency_id uuid not null
  joined_agency_id uuid not null
  state text not null default 'proposed'::text
  from_other text[] not null
  note text not null
  kept_version integer not null
  joined_version integer not null
  proposed_at timestamp with time zone not null default now()
  by_id uuid
  by_name text not null
  by_agency_id uuid
  kept_agreed_at timestamp with time zone
  kept_agreed_by text
  joined_agreed_at timestamp with time zone
  joined_agreed_by text
  joined_at timestamp with time zone
  ended_at timestamp with time zone
  ended_by text
  ended_agency_id uuid
  ended_why text
  CHECK ((kept_id <> joined_id))
  CHECK ((kept_agency_id <> joined_agency_id))
  CHECK (((kept_agreed_at IS NULL) = (kept_agreed_by IS NULL)))
  CHECK (((joined_agreed_at IS NULL) = (joined_agreed_by IS NULL)))
  CHECK (((state = ANY (ARRAY['proposed'::text, 'joined'::text])) = (ended_at IS NULL)))
  CHECK (((length(ended_why) >= 3) AND (length(ended_why) <= 1000)))
  CHECK (((state <> ALL (ARRAY['joined'::text, 'separated'::text])) OR ((kept_agreed_at IS NOT NULL) AND (joined_agreed_at IS NOT NULL) AND (joined_at IS NOT NULL))))
  CHECK ((joined_version > 0))
  CHECK ((kept_version > 0))
  CHECK (((length(note) >= 3) AND (length(note) <= 1000)))
  CHECK ((state = ANY (ARRAY['proposed'::text, 'joined'::text, 'declined'::text, 'withdrawn'::text, 'replaced'::text, 'separated'::text])))
  FOREIGN KEY (by_agency_id) REFERENCES agency(id)
  FOREIGN KEY (ended_agency_id) REFERENCES agency(id)
  FOREIGN KEY (joined_agency_id) REFERENCES agency(id)
  FOREIGN KEY (joined_id) REFERENCES activity(id)
  FOREIGN KEY (kept_agency_id) REFERENCES agency(id)
  FOREIGN KEY (kept_id) REFERENCES activity(id)
  PRIMARY KEY (id)
  CREATE INDEX activity_join_by_joined ON public.activity_join USING btree (joined_id)
  CREATE INDEX activity_join_by_kept ON public.activity_join USING btree (kept_id)
  CREATE UNIQUE INDEX activity_join_joined_once ON public.activity_join USING btree (joined_id) WHERE (state = 'joined'::text)
  CREATE UNIQUE INDEX activity_join_proposed_once ON public.activity_join USING btree (LEAST(kept_id, joined_id), GREATEST(kept_id, joined_id)) WHERE (state = 'proposed'::text)
  policy decide for update to concert_app using (actor_is_system() OR actor_has('coordinator'::text) OR (actor_has('focal_point'::text) AND COALESCE(((actor_agency() = kept_agency_id) OR (actor_agency() = joined_agency_id)), false)))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy propose for insert to concert_app with check (actor_is_system() OR actor_has('coordinator'::text) OR (actor_has('focal_point'::text) AND COALESCE(((actor_agency() = kept_agency_id) OR (actor_agency() = joined_agency_id)), false)))
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select, update to concert_app

table activity_join_before
  join_id uuid not null
  kept_draft jsonb not null
  kept_reasons jsonb not null
  kept_visibility text not null
  joined_relevance text not null
  CHECK ((joined_relevance = ANY (ARRAY['own'::text, 'relevant'::text])))
  CHECK ((jsonb_typeof(kept_draft) = 'object'::text))
  CHECK ((jsonb_typeof(kept_reasons) = 'array'::text))
  CHECK ((kept_visibility = ANY (ARRAY['group'::text, 'public'::text])))
  FOREIGN KEY (join_id) REFERENCES activity_join(id)
  PRIMARY KEY (join_id)
  policy concert_adds for insert to concert_app with check actor_is_system()
  policy concert_reads for select to concert_app using ( SELECT actor_is_system() AS actor_is_system)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  grant insert, select to concert_app

table activity_people
  activity_id uuid not null
  kind text not null
  sex text
  age_group text
  form text
  audience text
  count integer not null
  CHECK (((kind = 'assisted'::text) OR ((age_group IS NULL) AND (form IS NULL))))
  CHECK (((kind = 'trained'::text) OR (audience IS NULL)))
  CHECK (((kind <> 'campaign_audience'::text) OR (sex IS NULL)))
  CHECK ((count >= 0))
  CHECK ((kind = ANY (ARRAY['assisted'::text, 'trained'::text, 'campaign_audience'::text])))
  FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
  UNIQUE NULLS NOT DISTINCT (activity_id, kind, sex, age_group, form, audience)
  policy add for insert to concert_app with check (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = activity_people.activity_id) AND may_write_activity(a.agency_ids, a.visibility, a.source))))
  policy change for update to concert_app using (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = activity_people.activity_id) AND may_write_activity(a.agency_ids, a.visibility, a.source))))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (( SELECT actor_signed_in() AS actor_signed_in) AND (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = activity_people.activity_id) AND ((activity_people.kind <> 'assisted'::text) OR ( SELECT actor_is_system() AS actor_is_system) OR COALESCE((( SELECT actor_agency() AS actor_agency) = ANY (a.agency_ids)), false))))))
  policy remove for delete to concert_app using (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = activity_people.activity_id) AND may_write_activity(a.agency_ids, a.visibility, a.source))))
  grant delete, insert, select, update to concert_app

table activity_place
  activity_id uuid not null
  place_code text not null
  public_place_code text not null
  percentage numeric(7,4)
  CHECK (((percentage >= (0)::numeric) AND (percentage <= (100)::numeric)))
  FOREIGN KEY (activity_id) REFERENCES activity(id)
  FOREIGN KEY (place_code) REFERENCES place(code)
  FOREIGN KEY (public_place_code) REFERENCES place(code)
  PRIMARY KEY (activity_id, place_code)
  CREATE INDEX activity_place_by_place ON public.activity_place USING btree (place_code)
  CREATE TRIGGER spread_on_delete AFTER DELETE ON public.activity_place REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION spread_activity_place()
  CREATE TRIGGER spread_on_insert AFTER INSERT ON public.activity_place REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION spread_activity_place()
  CREATE TRIGGER spread_on_update AFTER UPDATE ON public.activity_place REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION spread_activity_place()
  policy add for insert to concert_app with check (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = activity_place.activity_id) AND may_write_activity(a.agency_ids, a.visibility, a.source))))
  policy change for update to concert_app using (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = activity_place.activity_id) AND may_write_activity(a.agency_ids, a.visibility, a.source))))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (( SELECT actor_signed_in() AS actor_signed_in) AND (EXISTS ( SELECT
   FROM activity a
  WHERE (a.id = activity_place.activity_id))))
  policy remove for delete to concert_app using (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = activity_place.activity_id) AND may_write_activity(a.agency_ids, a.visibility, a.source))))
  grant delete, insert, select, update to concert_app

table activity_tally
  id bigint not null generated always as identity
  scope text not null
  dimension text not null
  key text not null
  count integer not null
  folded boolean not null default false
  CHECK ((count <> 0))
  CHECK ((dimension = ANY (ARRAY['total'::text, 'region'::text, 'place'::text, 'agency'::text, 'kind'::text, 'level'::text, 'status'::text, 'year'::text, 'pillar'::text, 'sdg'::text, 'form'::text, 'audience'::text, 'tag'::text, 'paragraph'::text])))
  CHECK ((scope = ANY (ARRAY['public'::text, 'group'::text])))
  PRIMARY KEY (id)
  CREATE INDEX activity_tally_by_key ON public.activity_tally USING btree (scope, dimension, key) INCLUDE (count)
  CREATE TRIGGER fold AFTER INSERT ON public.activity_tally REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fold_activity_tally()
  policy add for insert to concert_app with check (pg_trigger_depth() > 0)
  policy fold for delete to concert_app using (pg_trigger_depth() > 0)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((scope = 'public'::text) OR ( SELECT actor_signed_in() AS actor_signed_in))
  grant delete, insert, select to concert_app

table activity_version
  activity_id uuid not null
  version integer not null
  at timestamp with time zone not null default now()
  by_id uuid
  by_name text not null
  change text not null
  snapshot jsonb not null
  CHECK ((version > 0))
  FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
  PRIMARY KEY (activity_id, version)
  policy add for insert to concert_app with check (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = activity_version.activity_id) AND may_write_activity(a.agency_ids, a.visibility, a.source))))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (( SELECT actor_signed_in() AS actor_signed_in) AND (EXISTS ( SELECT
   FROM activity a
  WHERE (a.id = activity_version.activity_id))))
  grant insert to concert_app

table agency
  id uuid not null default gen_random_uuid()
  slug text not null
  acronym text not null
  names jsonb not null
  class text not null
  un_system boolean not null
  organisation_type text not null default '40'::text
  iati_org_id text
  crs_channel text
  source text not null
  basis text not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  visible boolean not null
  created_at timestamp with time zone not null default now()
  CHECK (((length(acronym) >= 1) AND (length(acronym) <= 40)))
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'unverified'::text, 'inferred'::text])))
  CHECK ((visible = ((basis <> 'unverified'::text) OR (confirmed_at IS NOT NULL))))
  CHECK (((confirmed_by IS NULL) OR (confirmed_at IS NOT NULL)))
  CHECK ((class = ANY (ARRAY['secretariat'::text, 'special_representative'::text, 'funds_and_programmes'::text, 'research_and_training'::text, 'other_entity'::text, 'joint_programme'::text, 'security_council_body'::text, 'specialized_agency'::text, 'related_organization'::text, 'regional_organization'::text, 'intergovernmental'::text, 'other'::text])))
  CHECK ((names ? 'en'::text))
  CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  PRIMARY KEY (id)
  UNIQUE (crs_channel)
  UNIQUE (iati_org_id)
  UNIQUE (slug)
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.agency FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy confirm for update to concert_app using actor_has('coordinator'::text)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (visible OR (id = actor_agency()) OR actor_has('coordinator'::text))
  policy register for insert to concert_app with check actor_has('coordinator'::text)
  policy report for insert to concert_app with check ((NOT un_system) AND (class = 'other'::text) AND visible AND (confirmed_at IS NULL) AND (actor_has('focal_point'::text) OR actor_has('fund_manager'::text) OR actor_has('coordinator'::text)))
  grant insert, select to concert_app

table agency_mailbox
  id bigint not null generated always as identity
  agency_id uuid not null
  address text
  saved_at timestamp with time zone not null default now()
  saved_by uuid
  saved_by_name text not null
  CHECK ((((length(address) >= 5) AND (length(address) <= 120)) AND (address = lower(address)) AND (POSITION(('@'::text) IN (address)) > 1)))
  FOREIGN KEY (agency_id) REFERENCES agency(id)
  PRIMARY KEY (id)
  CREATE INDEX agency_mailbox_newest ON public.agency_mailbox USING btree (agency_id, id DESC)
  policy keep for insert to concert_app with check (actor_is_system() OR actor_has('coordinator'::text) OR actor_has('administrator'::text) OR (actor_has('focal_point'::text) AND COALESCE((agency_id = actor_agency()), false)))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table agency_membership
  id uuid not null default gen_random_uuid()
  agency_id uuid not null
  role text not null
  from_on date
  until_on date
  date_precision text not null default 'year'::text
  source text not null
  basis text not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'unverified'::text, 'inferred'::text])))
  CHECK ((until_on >= from_on))
  CHECK (((role <> 'chair'::text) OR (from_on IS NOT NULL)))
  CHECK (((date_precision = 'day'::text) OR (((from_on IS NULL) OR (to_char((from_on)::timestamp with time zone, 'MM-DD'::text) = '01-01'::text)) AND ((until_on IS NULL) OR (to_char((until_on)::timestamp with time zone, 'MM-DD'::text) = '12-31'::text)))))
  CHECK (((confirmed_by IS NULL) OR (confirmed_at IS NOT NULL)))
  CHECK ((date_precision = ANY (ARRAY['day'::text, 'year'::text])))
  CHECK ((role = ANY (ARRAY['coordinator'::text, 'chair'::text, 'member'::text, 'partner'::text, 'working_group'::text])))
  FOREIGN KEY (agency_id) REFERENCES agency(id)
  PRIMARY KEY (id)
  UNIQUE NULLS NOT DISTINCT (agency_id, role, from_on)
  EXCLUDE USING gist (agency_id WITH =, role WITH =, daterange(from_on, until_on, '[]'::text) WITH &&)
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.agency_membership FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy confirm for update to concert_app using actor_has('coordinator'::text)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((basis <> 'unverified'::text) OR (confirmed_at IS NOT NULL) OR actor_has('coordinator'::text))
  grant insert, select to concert_app

table agency_membership_change
  id bigint not null generated always as identity
  membership_id uuid not null
  kind text not null
  before jsonb
  after jsonb not null
  reason text
  by_name text not null
  at timestamp with time zone not null
  CHECK (((kind = 'added'::text) = (before IS NULL)))
  CHECK (((kind = 'corrected'::text) = (reason IS NOT NULL)))
  CHECK ((kind = ANY (ARRAY['added'::text, 'corrected'::text, 'confirmed'::text])))
  CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)))
  FOREIGN KEY (membership_id) REFERENCES agency_membership(id)
  PRIMARY KEY (id)
  CREATE INDEX agency_membership_change_newest ON public.agency_membership_change USING btree (at DESC)
  CREATE INDEX agency_membership_change_of ON public.agency_membership_change USING btree (membership_id, id)
  CREATE TRIGGER agency_membership_change_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.agency_membership_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (( SELECT actor_signed_in() AS actor_signed_in) AND (EXISTS ( SELECT
   FROM agency_membership m
  WHERE (m.id = agency_membership_change.membership_id))))
  grant insert, select to concert_app

table allocation
  id uuid not null default gen_random_uuid()
  payment_id uuid not null
  pledge_id uuid not null
  instalment_id uuid
  amount_minor bigint not null
  settled_minor bigint not null
  allocated_on date not null
  entry_number bigint not null
  undone_by bigint
  CHECK (((amount_minor >= 0) AND (amount_minor <= '1000000000000000'::bigint)))
  CHECK (((settled_minor >= 1) AND (settled_minor <= '1000000000000000'::bigint)))
  FOREIGN KEY (entry_number) REFERENCES journal_entry(number)
  FOREIGN KEY (instalment_id) REFERENCES instalment(id)
  FOREIGN KEY (payment_id) REFERENCES payment(id)
  FOREIGN KEY (pledge_id) REFERENCES pledge(id)
  FOREIGN KEY (undone_by) REFERENCES journal_entry(number)
  PRIMARY KEY (id)
  UNIQUE (entry_number)
  UNIQUE (undone_by)
  CREATE INDEX allocation_payment ON public.allocation USING btree (payment_id)
  CREATE INDEX allocation_pledge ON public.allocation USING btree (pledge_id)
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy change for update to concert_app using actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table assistance_release
  number integer not null
  until_on date not null
  released_at timestamp with time zone not null
  told jsonb not null
  CHECK ((number > 0))
  CHECK ((jsonb_typeof(told) = 'object'::text))
  PRIMARY KEY (number)
  CREATE TRIGGER numbered BEFORE INSERT ON public.assistance_release FOR EACH ROW EXECUTE FUNCTION number_assistance_release()
  policy add for insert to concert_app with check (actor_is_system() OR actor_has('coordinator'::text))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  grant insert, select to concert_app

table assistance_release_request
  request_id uuid not null
  number integer not null
  FOREIGN KEY (number) REFERENCES assistance_release(number)
  FOREIGN KEY (request_id) REFERENCES assistance_request(id)
  PRIMARY KEY (request_id)
  CREATE INDEX assistance_release_request_by_number ON public.assistance_release_request USING btree (number)
  policy add for insert to concert_app with check (actor_is_system() OR actor_has('coordinator'::text))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table assistance_request
  id uuid not null default gen_random_uuid()
  reference text not null default ((('REQ-'::text || to_char((now() AT TIME ZONE 'UTC'::text), 'YYYY'::text)) || '-'::text) || lpad((nextval('assistance_request_number'::regclass))::text, 5, '0'::text))
  place_code text not null
  received_on date not null
  channel text not null
  language text not null
  subject text not null
  body text not null
  pillars text[] not null
  kinds text[] not null
  guard_reason text
  stage text not null default 'received'::text
  created_at timestamp with time zone not null default now()
  created_by uuid
  CHECK ((length(body) <= 10000))
  CHECK ((channel = ANY (ARRAY['letter'::text, 'note_verbale'::text, 'email'::text, 'meeting'::text, 'mission'::text, 'other'::text])))
  CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text])))
  CHECK ((pillars <@ ARRAY['PREV'::text, 'PROT'::text, 'PROS'::text, 'PART'::text]))
  CHECK ((reference ~ '^REQ-[0-9]{4}-[0-9]{5,9}$'::text))
  CHECK ((stage = ANY (ARRAY['received'::text, 'acknowledged'::text, 'matched'::text, 'in_delivery'::text, 'answered'::text, 'declined'::text, 'withdrawn'::text])))
  CHECK (((length(btrim(subject)) >= 3) AND (length(btrim(subject)) <= 300)))
  FOREIGN KEY (place_code) REFERENCES place(code)
  PRIMARY KEY (id)
  UNIQUE (reference)
  CREATE INDEX assistance_request_by_day ON public.assistance_request USING btree (received_on)
  CREATE INDEX assistance_request_by_place ON public.assistance_request USING btree (place_code)
  CREATE INDEX assistance_request_by_stage ON public.assistance_request USING btree (stage, received_on)
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy change for update to concert_app using actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table audit_row
  id bigint not null generated always as identity
  at timestamp with time zone not null default clock_timestamp()
  actor_id uuid
  actor_name text not null
  action text not null
  subject_type text not null
  subject_id text not null
  request_id text not null
  values_digest text not null
  PRIMARY KEY (id)
  CREATE INDEX audit_row_subject ON public.audit_row USING btree (subject_type, subject_id, id)
  CREATE TRIGGER audit_row_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using actor_has('administrator'::text)
  policy write_own for insert to concert_app with check (actor_is_system() OR (NOT (actor_id IS DISTINCT FROM actor_id())))
  grant insert, select to concert_app

table audit_seal
  position bigint not null
  audit_id bigint not null
  previous_hash text not null
  hash text not null
  CHECK (("position" > 0))
  FOREIGN KEY (audit_id) REFERENCES audit_row(id)
  PRIMARY KEY ("position")
  UNIQUE (audit_id)
  CREATE TRIGGER audit_seal_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using actor_has('administrator'::text)
  grant select to concert_app

table audit_value
  audit_id bigint not null
  salt text not null
  values text
  erased_at timestamp with time zone
  CHECK ((("values" IS NULL) = (erased_at IS NOT NULL)))
  FOREIGN KEY (audit_id) REFERENCES audit_row(id)
  PRIMARY KEY (audit_id)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using actor_has('administrator'::text)
  policy write_own for insert to concert_app with check true
  grant insert, select to concert_app

table bank_account
  id uuid not null default gen_random_uuid()
  name text not null
  currency text not null
  opened_at timestamp with time zone not null default now()
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 120)))
  PRIMARY KEY (id)
  UNIQUE (name)
  CREATE TRIGGER open_balance AFTER INSERT ON public.bank_account FOR EACH ROW EXECUTE FUNCTION open_bank_account_balance()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table bank_account_balance
  bank_account_id uuid not null
  held_minor bigint not null default 0
  held_usd bigint not null default 0
  FOREIGN KEY (bank_account_id) REFERENCES bank_account(id)
  PRIMARY KEY (bank_account_id)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table bank_list
  id uuid not null default gen_random_uuid()
  bank_account_id uuid not null
  file_name text not null
  sha256 text not null
  row_count integer not null
  sum_minor bigint not null
  currency text not null
  confirmed_at timestamp with time zone not null default now()
  confirmed_by uuid
  confirmed_by_name text not null
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  CHECK (((length(file_name) >= 1) AND (length(file_name) <= 300)))
  CHECK (((row_count >= 1) AND (row_count <= 50000)))
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  CHECK (((sum_minor >= 1) AND (sum_minor <= '1000000000000000'::bigint)))
  FOREIGN KEY (bank_account_id) REFERENCES bank_account(id)
  PRIMARY KEY (id)
  TRIGGER DEFERRABLE INITIALLY DEFERRED
  CREATE INDEX bank_list_file ON public.bank_list USING btree (sha256)
  CREATE INDEX bank_list_newest ON public.bank_list USING btree (confirmed_at DESC, id)
  CREATE TRIGGER bank_list_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bank_list FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE CONSTRAINT TRIGGER bank_list_sums AFTER INSERT ON public.bank_list DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_bank_list_sums()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table bank_list_row
  bank_list_id uuid not null
  line integer not null
  received_on date not null
  amount_minor bigint not null
  bank_reference text
  sender text not null
  text text not null
  outcome text not null
  payment_id uuid
  reason text
  CHECK (((amount_minor >= 1) AND (amount_minor <= '1000000000000000'::bigint)))
  CHECK (((length(bank_reference) >= 1) AND (length(bank_reference) <= 140)))
  CHECK (((outcome = 'left_out'::text) = (payment_id IS NULL)))
  CHECK (((outcome = 'left_out'::text) = (reason IS NOT NULL)))
  CHECK ((line > 0))
  CHECK ((outcome = ANY (ARRAY['booked'::text, 'booked_already'::text, 'left_out'::text])))
  CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)))
  CHECK ((length(sender) <= 2000))
  CHECK ((length(text) <= 2000))
  FOREIGN KEY (bank_list_id) REFERENCES bank_list(id)
  FOREIGN KEY (payment_id) REFERENCES payment(id)
  PRIMARY KEY (bank_list_id, line)
  CREATE INDEX bank_list_row_payment ON public.bank_list_row USING btree (payment_id) WHERE (payment_id IS NOT NULL)
  CREATE TRIGGER bank_list_row_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bank_list_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table calendar_feed
  id uuid not null default gen_random_uuid()
  owner_id uuid not null
  kind text not null
  token_hash text not null
  created_at timestamp with time zone not null
  last_fetched_on date
  revoked_at timestamp with time zone
  agency_id uuid
  place_code text
  CHECK ((kind = ANY (ARRAY['instalments'::text, 'agency'::text, 'place'::text])))
  CHECK ((((kind = 'agency'::text) = (agency_id IS NOT NULL)) AND ((kind = 'place'::text) = (place_code IS NOT NULL))))
  CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
  FOREIGN KEY (agency_id) REFERENCES agency(id)
  FOREIGN KEY (owner_id) REFERENCES user_account(id)
  FOREIGN KEY (place_code) REFERENCES place(code)
  PRIMARY KEY (id)
  UNIQUE (token_hash)
  CREATE UNIQUE INDEX calendar_feed_standing ON public.calendar_feed USING btree (owner_id, kind, agency_id, place_code) NULLS NOT DISTINCT WHERE (revoked_at IS NULL)
  policy add for insert to concert_app with check ((owner_id = actor_id()) AND ((kind <> 'instalments'::text) OR actor_has('fund_manager'::text)))
  policy change for update to concert_app using (owner_id = actor_id())
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy own for select to concert_app using (owner_id = actor_id())
  grant insert to concert_app

table check_run
  check_id text not null
  ran_at timestamp with time zone not null default now()
  ok boolean not null
  found integer not null
  detail text not null
  PRIMARY KEY (check_id)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  policy record for insert to concert_app with check actor_is_system()
  policy renew for update to concert_app using actor_is_system()
  grant insert, select, update to concert_app

table closed_period
  until_on date not null
  closed_at timestamp with time zone not null default clock_timestamp()
  closed_by text not null
  entry_number bigint
  FOREIGN KEY (entry_number) REFERENCES journal_entry(number)
  PRIMARY KEY (until_on)
  UNIQUE (entry_number)
  CREATE TRIGGER check_closing BEFORE INSERT ON public.closed_period FOR EACH ROW EXECUTE FUNCTION check_closing_entry()
  CREATE TRIGGER close_after_postings BEFORE INSERT ON public.closed_period FOR EACH STATEMENT EXECUTE FUNCTION close_after_postings()
  CREATE TRIGGER closed_period_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.closed_period FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table cohort_tally
  meeting_id uuid not null
  months integer not null
  pledges integer not null
  announced_usd bigint not null
  formalised_usd bigint not null
  received_usd bigint not null
  CHECK ((months = ANY (ARRAY[6, 12, 24, 48])))
  FOREIGN KEY (meeting_id) REFERENCES meeting(id)
  PRIMARY KEY (meeting_id, months)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table commitment_evidence
  id uuid not null default gen_random_uuid()
  instrument_slug text not null
  number text not null
  kind text not null
  activity_id uuid
  figure_id text
  symbol text
  title text
  dated_on date
  url text
  note jsonb not null default '{}'::jsonb
  added_at timestamp with time zone not null default now()
  added_by uuid
  removed_at timestamp with time zone
  removed_by uuid
  CHECK (((kind = 'activity'::text) = (activity_id IS NOT NULL)))
  CHECK (((kind = 'figure'::text) = (figure_id IS NOT NULL)))
  CHECK (((kind = 'report'::text) = ((symbol IS NOT NULL) AND (title IS NOT NULL))))
  CHECK (((kind = 'report'::text) OR ((symbol IS NULL) AND (title IS NULL) AND (dated_on IS NULL) AND (url IS NULL))))
  CHECK (((removed_by IS NULL) OR (removed_at IS NOT NULL)))
  CHECK (((length(figure_id) >= 1) AND (length(figure_id) <= 80)))
  CHECK ((kind = ANY (ARRAY['activity'::text, 'figure'::text, 'report'::text])))
  CHECK ((jsonb_typeof(note) = 'object'::text))
  CHECK (((length(symbol) >= 1) AND (length(symbol) <= 60)))
  CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  CHECK (((url ~ '^https://[^@]+$'::text) AND (length(url) <= 500)))
  FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
  FOREIGN KEY (instrument_slug, number) REFERENCES paragraph(instrument_slug, number)
  PRIMARY KEY (id)
  CREATE INDEX commitment_evidence_activity ON public.commitment_evidence USING btree (activity_id)
  CREATE UNIQUE INDEX commitment_evidence_once ON public.commitment_evidence USING btree (instrument_slug, number, kind, COALESCE((activity_id)::text, figure_id, symbol)) WHERE (removed_at IS NULL)
  policy add for insert to concert_app with check (actor_has('coordinator'::text) AND (removed_at IS NULL))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (((removed_at IS NULL) OR ( SELECT actor_has('coordinator'::text) AS actor_has)) AND ((kind <> 'activity'::text) OR (EXISTS ( SELECT
   FROM activity a
  WHERE ((a.id = commitment_evidence.activity_id) AND ((a.audience = 'public'::text) OR ((a.audience = 'group'::text) AND ( SELECT actor_signed_in() AS actor_signed_in))))))))
  policy remove for update to concert_app using actor_has('coordinator'::text)
  grant insert, select to concert_app

table commitment_status
  instrument_slug text not null
  number text not null
  addressee text not null
  status text not null
  changed_at timestamp with time zone not null default now()
  changed_by uuid
  CHECK ((addressee = ANY (ARRAY['secretary_general'::text, 'unodc'::text, 'icat'::text])))
  CHECK ((status = ANY (ARRAY['no_update_recorded'::text, 'under_way'::text, 'done'::text])))
  FOREIGN KEY (instrument_slug, number) REFERENCES paragraph(instrument_slug, number)
  PRIMARY KEY (instrument_slug, number, addressee)
  CREATE TRIGGER commitment_status_where_asked BEFORE INSERT OR UPDATE ON public.commitment_status FOR EACH ROW EXECUTE FUNCTION status_only_where_asked()
  policy change_status for update to concert_app using actor_has('coordinator'::text)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  policy set_status for insert to concert_app with check actor_has('coordinator'::text)
  grant insert, select to concert_app

table commitment_status_step
  id bigint not null generated always as identity
  instrument_slug text not null
  number text not null
  addressee text not null
  status text not null
  note jsonb not null default '{}'::jsonb
  changed_at timestamp with time zone not null default now()
  changed_by uuid
  changed_by_name text not null
  CHECK ((addressee = ANY (ARRAY['secretary_general'::text, 'unodc'::text, 'icat'::text])))
  CHECK ((jsonb_typeof(note) = 'object'::text))
  CHECK ((status = ANY (ARRAY['no_update_recorded'::text, 'under_way'::text, 'done'::text])))
  FOREIGN KEY (instrument_slug, number) REFERENCES paragraph(instrument_slug, number)
  PRIMARY KEY (id)
  CREATE INDEX commitment_status_step_paragraph ON public.commitment_status_step USING btree (instrument_slug, number)
  CREATE TRIGGER commitment_status_step_where_asked BEFORE INSERT OR UPDATE ON public.commitment_status_step FOR EACH ROW EXECUTE FUNCTION status_only_where_asked()
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table coverage_tally
  id bigint not null generated always as identity
  place_code text not null
  dimension text not null
  code text not null
  status text not null
  agency_id uuid
  count integer not null
  folded boolean not null default false
  CHECK ((count <> 0))
  CHECK ((dimension = ANY (ARRAY['whole'::text, 'pillar'::text, 'kind'::text, 'form'::text])))
  CHECK ((status = ANY (ARRAY['planned'::text, 'ongoing'::text])))
  FOREIGN KEY (agency_id) REFERENCES agency(id)
  PRIMARY KEY (id)
  CREATE INDEX coverage_tally_by_place ON public.coverage_tally USING btree (place_code, dimension, status, code, agency_id) INCLUDE (count)
  CREATE INDEX coverage_tally_loose ON public.coverage_tally USING btree (id) WHERE (NOT folded)
  CREATE TRIGGER fold AFTER INSERT ON public.coverage_tally REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fold_coverage_tally()
  policy add for insert to concert_app with check (pg_trigger_depth() > 0)
  policy fold for delete to concert_app using (pg_trigger_depth() > 0)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant delete, insert, select to concert_app

table digest_choice
  user_id uuid not null
  frequency text not null
  locale text not null
  last_on date
  changed_at timestamp with time zone not null
  CHECK ((frequency = ANY (ARRAY['off'::text, 'weekly'::text, 'daily'::text])))
  CHECK ((locale = ANY (ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text])))
  FOREIGN KEY (user_id) REFERENCES user_account(id)
  PRIMARY KEY (user_id)
  CREATE INDEX digest_choice_on ON public.digest_choice USING btree (last_on) WHERE (frequency <> 'off'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy own for all to concert_app using (user_id = actor_id())
  grant insert, select to concert_app

table donor
  id uuid not null default gen_random_uuid()
  kind text not null
  place_code text
  anonymous boolean not null
  created_at timestamp with time zone not null default now()
  merged_into uuid
  CHECK ((merged_into <> id))
  CHECK ((kind = ANY (ARRAY['GOV'::text, 'OBS'::text, 'IGO'::text, 'NGO'::text, 'PRIV'::text, 'FOUND'::text, 'IND'::text, 'CAMP'::text, 'ACAD'::text])))
  FOREIGN KEY (merged_into) REFERENCES donor(id)
  FOREIGN KEY (place_code) REFERENCES place(code)
  PRIMARY KEY (id)
  CREATE INDEX donor_merged_into ON public.donor USING btree (merged_into) WHERE (merged_into IS NOT NULL)
  CREATE TRIGGER open_balance AFTER INSERT ON public.donor FOR EACH ROW EXECUTE FUNCTION open_donor_balance()
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.donor FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((NOT anonymous) OR ( SELECT actor_has('fund_manager'::text) AS actor_has))
  grant insert, select to concert_app

table donor_balance
  donor_id uuid not null
  pledges integer not null default 0
  announced_usd bigint not null default 0
  formalised_usd bigint not null default 0
  received_usd bigint not null default 0
  outstanding_usd bigint not null default 0
  unallocated_usd bigint not null default 0
  CHECK ((pledges >= 0))
  FOREIGN KEY (donor_id) REFERENCES donor(id)
  PRIMARY KEY (donor_id)
  CREATE TRIGGER count_donors AFTER UPDATE ON public.donor_balance FOR EACH ROW WHEN (((old.pledges = 0) <> (new.pledges = 0))) EXECUTE FUNCTION count_announcing_donors()
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table donor_mailbox
  donor_id uuid not null
  id bigint not null generated always as identity
  address text
  saved_by uuid
  saved_by_name text not null
  saved_at timestamp with time zone not null default now()
  CHECK (((address = lower(address)) AND (length(address) <= 120) AND (address ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text)))
  FOREIGN KEY (donor_id) REFERENCES donor(id)
  PRIMARY KEY (id)
  CREATE INDEX donor_mailbox_newest ON public.donor_mailbox USING btree (donor_id, id DESC)
  CREATE TRIGGER donor_mailbox_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.donor_mailbox FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table donor_merge
  id uuid not null default gen_random_uuid()
  from_id uuid not null
  into_id uuid not null
  reason text not null
  merged_by uuid
  merged_by_name text not null
  merged_at timestamp with time zone not null default clock_timestamp()
  undone_reason text
  undone_by uuid
  undone_by_name text
  undone_at timestamp with time zone
  CHECK ((from_id <> into_id))
  CHECK ((((undone_at IS NULL) = (undone_by_name IS NULL)) AND ((undone_at IS NULL) = (undone_reason IS NULL))))
  CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)))
  CHECK (((length(btrim(undone_reason)) >= 1) AND (length(btrim(undone_reason)) <= 500)))
  FOREIGN KEY (from_id) REFERENCES donor(id)
  FOREIGN KEY (into_id) REFERENCES donor(id)
  PRIMARY KEY (id)
  CREATE INDEX donor_merge_into ON public.donor_merge USING btree (into_id)
  CREATE UNIQUE INDEX donor_merge_standing ON public.donor_merge USING btree (from_id) WHERE (undone_at IS NULL)
  CREATE TRIGGER carry_out AFTER INSERT ON public.donor_merge FOR EACH ROW EXECUTE FUNCTION carry_out_donor_merge()
  CREATE TRIGGER carry_out_undone AFTER UPDATE ON public.donor_merge FOR EACH ROW EXECUTE FUNCTION carry_out_donor_merge_undone()
  CREATE TRIGGER donor_merge_is_kept BEFORE DELETE OR TRUNCATE ON public.donor_merge FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  policy undo for update to concert_app using actor_has('fund_manager'::text) with check actor_has('fund_manager'::text)
  grant insert, select to concert_app

table donor_move
  merge_id uuid
  split_id uuid
  is_back boolean not null default false
  from_id uuid not null
  into_id uuid not null
  pledge_id uuid
  payment_id uuid
  name_id uuid
  name_role text
  CHECK ((num_nonnulls(merge_id, split_id) = 1))
  CHECK ((num_nonnulls(pledge_id, payment_id, name_id) = 1))
  CHECK (((name_id IS NULL) = (name_role IS NULL)))
  CHECK (((split_id IS NULL) OR ((NOT is_back) AND (name_id IS NULL))))
  CHECK ((name_role = ANY (ARRAY['main'::text, 'also'::text])))
  FOREIGN KEY (from_id) REFERENCES donor(id)
  FOREIGN KEY (into_id) REFERENCES donor(id)
  FOREIGN KEY (merge_id) REFERENCES donor_merge(id)
  FOREIGN KEY (name_id) REFERENCES donor_name(id)
  FOREIGN KEY (payment_id) REFERENCES payment(id)
  FOREIGN KEY (pledge_id) REFERENCES pledge(id)
  FOREIGN KEY (split_id) REFERENCES donor_split(id)
  UNIQUE NULLS NOT DISTINCT (merge_id, split_id, is_back, pledge_id, payment_id, name_id)
  CREATE TRIGGER carry_out AFTER INSERT ON public.donor_move REFERENCING NEW TABLE AS new_moves FOR EACH STATEMENT EXECUTE FUNCTION carry_out_donor_moves()
  CREATE TRIGGER donor_move_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.donor_move FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  policy split_off for insert to concert_app with check (actor_has('fund_manager'::text) AND (split_id IS NOT NULL))
  grant insert, select to concert_app

table donor_name
  id uuid not null default gen_random_uuid()
  donor_id uuid not null
  role text not null
  name text not null
  language text not null
  since date
  created_at timestamp with time zone not null default clock_timestamp()
  CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text])))
  CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 200)))
  CHECK ((role = ANY (ARRAY['main'::text, 'also'::text])))
  FOREIGN KEY (donor_id) REFERENCES donor(id)
  PRIMARY KEY (id)
  UNIQUE NULLS NOT DISTINCT (donor_id, role, language, name, since)
  CREATE INDEX donor_name_search ON public.donor_name USING gin (lower(name) gin_trgm_ops)
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.donor_name FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (( SELECT actor_has('fund_manager'::text) AS actor_has) OR (EXISTS ( SELECT
   FROM donor d
  WHERE ((d.id = donor_name.donor_id) AND (NOT d.anonymous)))))
  grant insert, select to concert_app

table donor_split
  id uuid not null default gen_random_uuid()
  from_id uuid not null
  into_id uuid not null
  reason text not null
  split_by uuid
  split_by_name text not null
  split_at timestamp with time zone not null default clock_timestamp()
  CHECK ((from_id <> into_id))
  CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)))
  FOREIGN KEY (from_id) REFERENCES donor(id)
  FOREIGN KEY (into_id) REFERENCES donor(id)
  PRIMARY KEY (id)
  CREATE INDEX donor_split_from ON public.donor_split USING btree (from_id)
  CREATE INDEX donor_split_into ON public.donor_split USING btree (into_id)
  CREATE TRIGGER donor_split_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.donor_split FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table exchange_rate
  currency text not null
  on date not null
  units_per_usd numeric(22,10) not null
  source text not null
  recorded_at timestamp with time zone not null default now()
  CHECK (((currency ~ '^[A-Z]{3}$'::text) AND (currency <> 'USD'::text)))
  CHECK (((length(btrim(source)) >= 1) AND (length(btrim(source)) <= 200)))
  CHECK ((units_per_usd > (0)::numeric))
  PRIMARY KEY (currency, "on")
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy change for update to concert_app using actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table extract
  id uuid not null default gen_random_uuid()
  file_name text not null
  sha256 text not null
  from_on date not null
  until_on date not null
  row_count integer not null
  new_count integer not null
  changed_count integer not null
  imported_at timestamp with time zone not null default clock_timestamp()
  imported_by uuid
  imported_by_name text not null
  CHECK ((changed_count >= 0))
  CHECK ((from_on <= until_on))
  CHECK (((new_count + changed_count) <= row_count))
  CHECK (((length(file_name) >= 1) AND (length(file_name) <= 300)))
  CHECK ((new_count >= 0))
  CHECK (((row_count >= 1) AND (row_count <= 50000)))
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  PRIMARY KEY (id)
  UNIQUE (sha256, from_on, until_on)
  CREATE INDEX extract_days ON public."extract" USING btree (from_on, until_on)
  CREATE INDEX extract_newest ON public."extract" USING btree (imported_at DESC, id)
  CREATE TRIGGER extract_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public."extract" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table extract_row
  document text not null
  version integer not null
  is_newest boolean not null default true
  extract_id uuid not null
  line integer not null
  posted_on date not null
  kind text not null
  amount_minor bigint not null
  currency text not null
  usd_minor bigint not null
  text text not null
  CHECK ((abs(amount_minor) <= '1000000000000000'::bigint))
  CHECK (((amount_minor <> 0) OR (usd_minor <> 0)))
  CHECK (((currency <> 'USD'::text) OR (amount_minor = usd_minor)))
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  CHECK (((length(document) >= 1) AND (length(document) <= 140)))
  CHECK ((kind = ANY (ARRAY['CONTRIBUTION'::text, 'DONOR_REFUND'::text, 'DISBURSEMENT'::text, 'GRANTEE_REFUND'::text, 'SUPPORT_COST'::text, 'INTEREST'::text, 'BANK_CHARGE'::text, 'EXCHANGE_DIFFERENCE'::text])))
  CHECK ((line > 0))
  CHECK ((length(text) <= 2000))
  CHECK ((abs(usd_minor) <= '1000000000000000'::bigint))
  CHECK ((version > 0))
  FOREIGN KEY (extract_id) REFERENCES "extract"(id)
  PRIMARY KEY (document, version)
  CREATE INDEX extract_row_extract ON public.extract_row USING btree (extract_id)
  CREATE UNIQUE INDEX extract_row_newest ON public.extract_row USING btree (document) WHERE is_newest
  CREATE INDEX extract_row_posted ON public.extract_row USING btree (posted_on) WHERE is_newest
  CREATE TRIGGER extract_row_is_kept BEFORE DELETE OR TRUNCATE ON public.extract_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER follow_rows AFTER INSERT ON public.extract_row REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION follow_extract_rows()
  CREATE TRIGGER number_version BEFORE INSERT ON public.extract_row FOR EACH ROW EXECUTE FUNCTION number_extract_version()
  CREATE TRIGGER versions_are_kept BEFORE UPDATE ON public.extract_row FOR EACH ROW EXECUTE FUNCTION keep_extract_versions()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table feed_request
  client text not null
  since timestamp with time zone not null
  count integer not null
  CHECK ((client ~ '^[0-9a-f]{64}$'::text))
  CHECK ((count > 0))
  PRIMARY KEY (client)
  CREATE INDEX feed_request_by_age ON public.feed_request USING btree (since)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)

table fund_grant
  id uuid not null default gen_random_uuid()
  reference text not null
  public_id uuid not null default gen_random_uuid()
  call_id uuid not null
  grantee_id uuid not null
  place_code text not null
  aid_kinds text[] not null
  title text not null
  asked_minor bigint not null
  currency text not null
  proposed_on date not null
  from_on date
  until_on date
  visibility text not null
  do_no_harm_note text
  advice text
  advised_on date
  advice_note text
  decision text
  decided_on date
  decision_note text
  approved_minor bigint
  created_at timestamp with time zone not null default now()
  was_public boolean not null default false
  CHECK ((advice = ANY (ARRAY['recommended'::text, 'not_recommended'::text])))
  CHECK ((((cardinality(aid_kinds) >= 1) AND (cardinality(aid_kinds) <= 3)) AND (aid_kinds <@ ARRAY['humanitarian'::text, 'legal'::text, 'financial'::text])))
  CHECK (((approved_minor >= 1) AND (approved_minor <= '1000000000000000'::bigint)))
  CHECK (((asked_minor >= 1) AND (asked_minor <= '1000000000000000'::bigint)))
  CHECK ((until_on >= from_on))
  CHECK (((advice IS NULL) = (advised_on IS NULL)))
  CHECK (((decision IS NULL) = (decided_on IS NULL)))
  CHECK (((decision IS NULL) OR (advice IS NOT NULL)))
  CHECK (((NOT (decision IS DISTINCT FROM 'approved'::text)) = (approved_minor IS NOT NULL)))
  CHECK ((advised_on >= proposed_on))
  CHECK ((decided_on >= advised_on))
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  CHECK ((decision = ANY (ARRAY['approved'::text, 'declined'::text])))
  CHECK (((length(btrim(do_no_harm_note)) >= 1) AND (length(btrim(do_no_harm_note)) <= 1000)))
  CHECK ((reference ~ '^GRA-[0-9]{4}-[0-9]{5,}$'::text))
  CHECK (((length(btrim(title)) >= 1) AND (length(btrim(title)) <= 300)))
  CHECK ((visibility = ANY (ARRAY['public'::text, 'region_only'::text, 'withheld'::text])))
  FOREIGN KEY (call_id) REFERENCES grant_call(id)
  FOREIGN KEY (grantee_id) REFERENCES grantee(id)
  FOREIGN KEY (place_code) REFERENCES place(code)
  PRIMARY KEY (id)
  UNIQUE (public_id)
  UNIQUE (reference)
  CREATE INDEX fund_grant_call ON public.fund_grant USING btree (call_id)
  CREATE INDEX fund_grant_grantee ON public.fund_grant USING btree (grantee_id)
  CREATE INDEX fund_grant_newest ON public.fund_grant USING btree (proposed_on DESC, reference DESC)
  CREATE INDEX fund_grant_search ON public.fund_grant USING gin (lower(title) gin_trgm_ops)
  CREATE TRIGGER grant_reference BEFORE INSERT ON public.fund_grant FOR EACH ROW EXECUTE FUNCTION set_grant_reference()
  CREATE TRIGGER open_balance AFTER INSERT ON public.fund_grant FOR EACH ROW EXECUTE FUNCTION open_grant_balance()
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.fund_grant FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy change for update to concert_app using actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table fund_mailbox
  id bigint not null generated always as identity
  address text
  saved_by uuid
  saved_by_name text not null
  saved_at timestamp with time zone not null default now()
  CHECK (((address = lower(address)) AND (length(address) <= 120) AND (address ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text)))
  PRIMARY KEY (id)
  CREATE TRIGGER fund_mailbox_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fund_mailbox FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table fund_month_tally
  month date not null
  dimension text not null
  key text not null
  announced_usd bigint not null
  formalised_usd bigint not null
  received_usd bigint not null
  outstanding_usd bigint not null
  CHECK ((dimension = ANY (ARRAY['donor'::text, 'meeting'::text])))
  CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  PRIMARY KEY (month, dimension, key)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table fund_reserve
  id bigint not null generated always as identity
  from_on date not null
  usd_minor bigint not null
  reason text not null
  set_by text not null
  set_at timestamp with time zone not null default clock_timestamp()
  CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)))
  CHECK (((usd_minor >= 0) AND (usd_minor <= '1000000000000000'::bigint)))
  PRIMARY KEY (id)
  CREATE TRIGGER fund_reserve_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fund_reserve FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table fund_tally
  dimension text not null
  key text not null
  announced_usd bigint not null
  formalised_usd bigint not null
  received_usd bigint not null
  outstanding_usd bigint not null
  pledges integer not null
  donors integer not null default 0
  CHECK (((dimension = 'total'::text) OR (outstanding_usd = 0)))
  CHECK (((dimension = ANY (ARRAY['total'::text, 'donor'::text])) OR (donors = 0)))
  CHECK ((dimension = ANY (ARRAY['total'::text, 'donor'::text, 'year'::text, 'meeting'::text])))
  CHECK ((GREATEST(abs(announced_usd), abs(formalised_usd), abs(received_usd), abs(outstanding_usd)) <= '9007199254740991'::bigint))
  PRIMARY KEY (dimension, key)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  grant select to concert_app

table grant_balance
  grant_id uuid not null
  awarded_minor bigint not null default 0
  awarded_usd bigint not null default 0
  cut_minor bigint not null default 0
  cut_usd bigint not null default 0
  disbursed_minor bigint not null default 0
  disbursed_usd bigint not null default 0
  payable_minor bigint not null default 0
  payable_usd bigint not null default 0
  refunded_minor bigint not null default 0
  refunded_usd bigint not null default 0
  CHECK ((awarded_minor >= 0))
  CHECK ((payable_minor = ((awarded_minor - cut_minor) - disbursed_minor)))
  CHECK (((payable_minor > 0) OR (payable_usd = 0)))
  CHECK ((refunded_minor <= disbursed_minor))
  CHECK ((cut_minor >= 0))
  CHECK ((disbursed_minor >= 0))
  CHECK ((payable_minor >= 0))
  CHECK ((payable_usd >= 0))
  CHECK ((refunded_minor >= 0))
  FOREIGN KEY (grant_id) REFERENCES fund_grant(id)
  PRIMARY KEY (grant_id)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table grant_call
  id uuid not null default gen_random_uuid()
  seed_key text
  cycle text not null
  title jsonb not null
  year integer not null
  opened_on date
  closed_on date
  theme text
  received integer
  eligible integer
  shortlisted integer
  board_advised_on date
  decided_on date
  source text not null
  basis text not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  created_at timestamp with time zone not null default clock_timestamp()
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'unverified'::text, 'inferred'::text])))
  CHECK ((closed_on >= opened_on))
  CHECK ((decided_on >= board_advised_on))
  CHECK ((eligible <= received))
  CHECK ((shortlisted <= COALESCE(eligible, received)))
  CHECK (((length(btrim(cycle)) >= 1) AND (length(btrim(cycle)) <= 40)))
  CHECK ((eligible >= 0))
  CHECK ((received >= 0))
  CHECK ((shortlisted >= 0))
  CHECK (((length(btrim(source)) >= 1) AND (length(btrim(source)) <= 300)))
  CHECK (((length(btrim(theme)) >= 1) AND (length(btrim(theme)) <= 500)))
  CHECK ((title ? 'en'::text))
  CHECK (((year >= 2000) AND (year <= 2200)))
  PRIMARY KEY (id)
  UNIQUE (seed_key)
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy change for update to concert_app using actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((basis <> 'unverified'::text) OR (confirmed_at IS NOT NULL) OR ( SELECT actor_has('fund_manager'::text) AS actor_has))
  grant insert, select to concert_app

table grant_instalment
  grant_id uuid not null
  position integer not null
  due_on date not null
  amount_minor bigint not null
  CHECK (((amount_minor >= 1) AND (amount_minor <= '1000000000000000'::bigint)))
  CHECK ((("position" >= 1) AND ("position" <= 60)))
  FOREIGN KEY (grant_id) REFERENCES fund_grant(id)
  PRIMARY KEY (grant_id, "position")
  TRIGGER DEFERRABLE INITIALLY DEFERRED
  CREATE CONSTRAINT TRIGGER plan_sums AFTER INSERT OR DELETE ON public.grant_instalment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_grant_plan_sums()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy plan_anew for delete to concert_app using actor_has('fund_manager'::text)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant delete, insert, select to concert_app

table grant_people
  report_id uuid not null
  sex text not null
  age_group text not null
  form text not null
  people integer not null
  CHECK ((age_group = ANY (ARRAY['child'::text, 'adult'::text, 'unknown'::text])))
  CHECK ((people > 0))
  CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text, 'unknown'::text])))
  FOREIGN KEY (report_id) REFERENCES grant_report(id)
  PRIMARY KEY (report_id, sex, age_group, form)
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy count_anew for delete to concert_app using actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant delete, insert, select to concert_app

table grant_pool_member
  release_number integer not null
  position integer not null
  first_call_id uuid not null
  last_call_id uuid not null
  grant_id uuid not null
  visibility text not null
  awarded_usd bigint not null
  disbursed_usd bigint not null
  CHECK (("position" > 0))
  CHECK ((visibility = ANY (ARRAY['region_only'::text, 'withheld'::text])))
  FOREIGN KEY (first_call_id) REFERENCES grant_call(id)
  FOREIGN KEY (grant_id) REFERENCES fund_grant(id)
  FOREIGN KEY (last_call_id) REFERENCES grant_call(id)
  FOREIGN KEY (release_number) REFERENCES people_release(number)
  PRIMARY KEY (release_number, grant_id)
  policy add for insert to concert_app with check (actor_is_system() OR actor_has('coordinator'::text))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (( SELECT actor_has('fund_manager'::text) AS actor_has) OR ( SELECT actor_is_system() AS actor_is_system))
  grant insert, select to concert_app

table grant_report
  id uuid not null default gen_random_uuid()
  grant_id uuid not null
  kind text not null
  due_on date not null
  received_on date
  accepted boolean not null default false
  assisted integer
  CHECK ((assisted >= 0))
  CHECK (((received_on IS NOT NULL) OR ((NOT accepted) AND (assisted IS NULL))))
  CHECK ((kind = ANY (ARRAY['narrative'::text, 'financial'::text])))
  FOREIGN KEY (grant_id) REFERENCES fund_grant(id)
  PRIMARY KEY (id)
  UNIQUE (grant_id, kind, due_on)
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy change for update to concert_app using actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table grantee
  id uuid not null default gen_random_uuid()
  kind text not null
  place_code text
  created_at timestamp with time zone not null default now()
  CHECK ((kind = ANY (ARRAY['governmental'::text, 'intergovernmental'::text, 'non_governmental'::text])))
  FOREIGN KEY (place_code) REFERENCES place(code)
  PRIMARY KEY (id)
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table grantee_name
  grantee_id uuid not null
  language text not null
  name text not null
  CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text])))
  CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 200)))
  FOREIGN KEY (grantee_id) REFERENCES grantee(id)
  PRIMARY KEY (grantee_id, language)
  CREATE INDEX grantee_name_search ON public.grantee_name USING gin (lower(name) gin_trgm_ops)
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table group_decision
  id uuid not null default gen_random_uuid()
  meeting_id uuid not null
  text text not null
  owner_agency_id uuid not null
  due_on date not null
  state text not null default 'open'::text
  closed_on date
  closed_note text
  recorded_at timestamp with time zone not null default now()
  CHECK (((state = 'open'::text) = (closed_on IS NULL)))
  CHECK (((state <> 'open'::text) OR (closed_note IS NULL)))
  CHECK (((state <> 'dropped'::text) OR (closed_note IS NOT NULL)))
  CHECK (((length(btrim(closed_note)) >= 1) AND (length(btrim(closed_note)) <= 500)))
  CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
  CHECK (((length(btrim(text)) >= 1) AND (length(btrim(text)) <= 500)))
  FOREIGN KEY (meeting_id) REFERENCES group_meeting(id)
  FOREIGN KEY (owner_agency_id) REFERENCES agency(id)
  PRIMARY KEY (id)
  CREATE INDEX group_decision_of ON public.group_decision USING btree (meeting_id)
  CREATE INDEX group_decision_open ON public.group_decision USING btree (owner_agency_id, due_on) WHERE (state = 'open'::text)
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy change for update to concert_app using actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table group_meeting
  id uuid not null default gen_random_uuid()
  title text not null
  on date not null
  place text
  chair_agency_id uuid
  notes jsonb not null default '{}'::jsonb
  frozen jsonb
  held_at timestamp with time zone
  CHECK (((frozen IS NULL) = (held_at IS NULL)))
  CHECK ((jsonb_typeof(notes) = 'object'::text))
  CHECK (((length(btrim(place)) >= 1) AND (length(btrim(place)) <= 200)))
  CHECK (((length(btrim(title)) >= 1) AND (length(btrim(title)) <= 200)))
  FOREIGN KEY (chair_agency_id) REFERENCES agency(id)
  PRIMARY KEY (id)
  UNIQUE ("on")
  CREATE TRIGGER group_meeting_stays BEFORE UPDATE ON public.group_meeting FOR EACH ROW EXECUTE FUNCTION keep_held_meeting()
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy change for update to concert_app using actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table idempotency
  key uuid not null
  procedure text not null
  actor_id uuid
  body_hash text not null
  response jsonb not null
  created_at timestamp with time zone not null default now()
  PRIMARY KEY (key)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy own for all to concert_app using (actor_is_system() OR (NOT (actor_id IS DISTINCT FROM actor_id()))) with check (actor_is_system() OR (NOT (actor_id IS DISTINCT FROM actor_id())))
  grant insert, select to concert_app

table import
  id uuid not null default gen_random_uuid()
  kind text not null
  file_name text not null
  sha256 text not null
  bytes bigint not null
  at timestamp with time zone not null default now()
  by_id uuid
  by_name text not null
  new_count integer not null
  changed_count integer not null
  unchanged_count integer not null
  refused_count integer not null
  findings jsonb not null
  CHECK ((bytes > 0))
  CHECK ((changed_count >= 0))
  CHECK (((new_count + changed_count) > 0))
  CHECK (((length(file_name) >= 1) AND (length(file_name) <= 300)))
  CHECK ((jsonb_typeof(findings) = 'array'::text))
  CHECK ((kind = 'iati'::text))
  CHECK ((new_count >= 0))
  CHECK ((refused_count >= 0))
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  CHECK ((unchanged_count >= 0))
  PRIMARY KEY (id)
  CREATE INDEX import_by_time ON public.import USING btree (at DESC, id)
  CREATE TRIGGER import_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.import FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check (( SELECT may_import() AS may_import) AND (actor_is_system() OR (by_id = actor_id())))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT may_import() AS may_import)
  grant insert, select to concert_app

table indicator
  slug text not null
  instrument_slug text not null
  number text not null
  position integer not null
  names jsonb not null
  unit text not null
  counts_victims boolean not null
  source text not null
  basis text not null
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'inferred'::text])))
  CHECK ((names ?& ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text]))
  CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  CHECK ((unit = ANY (ARRAY['count'::text, 'percent'::text, 'share'::text, 'days'::text, 'usd'::text, 'yes_no'::text])))
  FOREIGN KEY (instrument_slug, number) REFERENCES paragraph(instrument_slug, number)
  PRIMARY KEY (slug)
  CREATE INDEX indicator_paragraph ON public.indicator USING btree (instrument_slug, number)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  grant select to concert_app

table indicator_definition
  indicator_slug text not null
  version integer not null
  text jsonb not null
  source text not null
  added_at timestamp with time zone not null default now()
  added_by uuid
  CHECK ((source <> ''::text))
  CHECK ((text ? 'en'::text))
  CHECK (((version >= 1) AND (version <= 1000)))
  FOREIGN KEY (indicator_slug) REFERENCES indicator(slug)
  PRIMARY KEY (indicator_slug, version)
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  grant insert, select to concert_app

table indicator_observation
  id uuid not null default gen_random_uuid()
  indicator_slug text not null
  definition_version integer not null
  observed_on date not null
  value numeric(18,4) not null
  place_code text
  source text not null
  url text
  basis text not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  supersedes uuid
  reason text
  superseded_at timestamp with time zone
  added_at timestamp with time zone not null default now()
  added_by uuid
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'unverified'::text])))
  CHECK (((supersedes IS NULL) = (reason IS NULL)))
  CHECK (((confirmed_by IS NULL) OR (confirmed_at IS NOT NULL)))
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  CHECK (((source <> ''::text) AND (length(source) <= 300)))
  CHECK (((url ~ '^https://[^@]+$'::text) AND (length(url) <= 500)))
  CHECK ((value >= (0)::numeric))
  FOREIGN KEY (indicator_slug, definition_version) REFERENCES indicator_definition(indicator_slug, version)
  FOREIGN KEY (place_code) REFERENCES place(code)
  FOREIGN KEY (supersedes) REFERENCES indicator_observation(id)
  PRIMARY KEY (id)
  UNIQUE (supersedes)
  CREATE UNIQUE INDEX indicator_observation_once ON public.indicator_observation USING btree (indicator_slug, definition_version, observed_on, place_code) NULLS NOT DISTINCT WHERE (superseded_at IS NULL)
  CREATE TRIGGER indicator_observation_fits BEFORE INSERT ON public.indicator_observation FOR EACH ROW EXECUTE FUNCTION observation_fits_unit()
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy change for update to concert_app using actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (((basis <> 'unverified'::text) OR (confirmed_at IS NOT NULL) OR ( SELECT actor_has('coordinator'::text) AS actor_has)) AND ((superseded_at IS NULL) OR ( SELECT actor_signed_in() AS actor_signed_in)))
  grant insert, select to concert_app

table installation
  id integer not null default 1
  is_demonstration boolean not null
  created_at timestamp with time zone not null default now()
  CHECK ((id = 1))
  PRIMARY KEY (id)
  CREATE TRIGGER installation_is_for_ever BEFORE DELETE OR UPDATE OR TRUNCATE ON public.installation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  grant select to concert_app

table instalment
  id uuid not null default gen_random_uuid()
  pledge_id uuid not null
  position integer not null
  due_on date not null
  amount_minor bigint not null
  paid_minor bigint not null default 0
  CHECK (((amount_minor >= 1) AND (amount_minor <= '1000000000000000'::bigint)))
  CHECK (((paid_minor >= 0) AND (paid_minor <= amount_minor)))
  CHECK ((("position" >= 1) AND ("position" <= 60)))
  FOREIGN KEY (pledge_id) REFERENCES pledge(id)
  PRIMARY KEY (id)
  TRIGGER DEFERRABLE INITIALLY DEFERRED
  UNIQUE (pledge_id, "position")
  CREATE INDEX instalment_due ON public.instalment USING btree (due_on) WHERE (paid_minor < amount_minor)
  CREATE INDEX instalment_open ON public.instalment USING btree (pledge_id, due_on) WHERE (paid_minor < amount_minor)
  CREATE CONSTRAINT TRIGGER schedule_sums AFTER INSERT OR DELETE ON public.instalment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_schedule_sums()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  policy reschedule for delete to concert_app using actor_has('fund_manager'::text)
  grant delete, insert, select to concert_app

table instrument
  slug text not null
  symbol text not null
  title jsonb not null
  adopted_on date not null
  meeting_slug text not null
  source text not null
  basis text not null
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'inferred'::text])))
  CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  CHECK ((title ?& ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text]))
  FOREIGN KEY (meeting_slug) REFERENCES meeting(slug)
  PRIMARY KEY (slug)
  UNIQUE (symbol)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  grant select to concert_app

table journal_block_tally
  block integer not null
  value_date date not null
  kind text not null
  account text not null
  usd_minor bigint not null
  CHECK ((block >= 0))
  PRIMARY KEY (block, value_date, kind, account)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table journal_day_tally
  value_date date not null
  kind text not null
  account text not null
  currency text not null
  amount_minor bigint not null
  usd_minor bigint not null
  entries integer not null
  CHECK ((entries > 0))
  CHECK ((GREATEST(abs(amount_minor), abs(usd_minor)) <= '9007199254740991'::bigint))
  PRIMARY KEY (value_date, kind, account, currency)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table journal_entry
  number bigint not null
  kind text not null
  value_date date not null
  booked_at timestamp with time zone not null default clock_timestamp()
  actor_id uuid
  actor_name text not null
  reason text
  idempotency_key uuid
  reverses bigint
  second_signature_id uuid
  CHECK (((reverses IS NOT NULL) = (kind = ANY (ARRAY['allocation_undone'::text, 'entry_reversed'::text]))))
  CHECK (((reverses IS NULL) OR (reason IS NOT NULL)))
  CHECK (((kind <> ALL (ARRAY['pledge_written_off'::text, 'entry_reversed'::text, 'grant_awarded'::text])) OR (second_signature_id IS NOT NULL)))
  CHECK ((kind = ANY (ARRAY['pledge_announced'::text, 'announcement_changed'::text, 'pledge_formalised'::text, 'pledge_formalised_conditionally'::text, 'condition_met'::text, 'pledge_increased'::text, 'pledge_reduced'::text, 'pledge_withdrawn'::text, 'payment_received'::text, 'payment_allocated'::text, 'allocation_undone'::text, 'overpayment_given'::text, 'payment_refunded'::text, 'bank_converted'::text, 'pledge_written_off'::text, 'grant_awarded'::text, 'grant_disbursed'::text, 'grant_cut'::text, 'grant_refunded'::text, 'support_cost_charged'::text, 'interest_received'::text, 'period_closed'::text, 'balance_opened'::text, 'entry_reversed'::text])))
  CHECK ((number > 0))
  FOREIGN KEY (reverses) REFERENCES journal_entry(number)
  FOREIGN KEY (second_signature_id) REFERENCES second_signature(id)
  PRIMARY KEY (number)
  TRIGGER DEFERRABLE INITIALLY DEFERRED
  TRIGGER DEFERRABLE INITIALLY DEFERRED
  UNIQUE (reverses)
  CREATE INDEX journal_entry_signature ON public.journal_entry USING btree (second_signature_id) WHERE (second_signature_id IS NOT NULL)
  CREATE INDEX journal_entry_value_date ON public.journal_entry USING btree (value_date)
  CREATE TRIGGER admit BEFORE INSERT ON public.journal_entry FOR EACH ROW EXECUTE FUNCTION admit_entry()
  CREATE TRIGGER end_matches AFTER INSERT ON public.journal_entry FOR EACH ROW WHEN ((new.reverses IS NOT NULL)) EXECUTE FUNCTION end_matches_of_reversed()
  CREATE TRIGGER follow_mistakes AFTER INSERT ON public.journal_entry FOR EACH ROW WHEN ((new.reverses IS NOT NULL)) EXECUTE FUNCTION follow_mistaken_announcements()
  CREATE CONSTRAINT TRIGGER is_signed AFTER INSERT ON public.journal_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.second_signature_id IS NOT NULL)) EXECUTE FUNCTION check_entry_signed()
  CREATE CONSTRAINT TRIGGER is_whole AFTER INSERT ON public.journal_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_whole()
  CREATE TRIGGER journal_entry_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table journal_line
  entry_number bigint not null
  position integer not null
  account text not null
  bank_account_id uuid
  amount_minor bigint not null
  currency text not null
  usd_minor bigint not null
  rate numeric(22,10)
  rate_date date
  rate_source text
  pledge_id uuid
  payment_id uuid
  grant_id uuid
  donor_id uuid
  instalment_id uuid
  CHECK ((account = ANY (ARRAY['announced'::text, 'conditional'::text, 'promises'::text, 'receivable'::text, 'cash'::text, 'unallocated'::text, 'grants_payable'::text, 'fund_balance'::text, 'pledge_income'::text, 'interest'::text, 'grant_expense'::text, 'support_cost'::text, 'bank_charges'::text, 'written_off'::text, 'fx_difference'::text, 'conversion'::text])))
  CHECK ((abs(amount_minor) <= '1000000000000000'::bigint))
  CHECK (((amount_minor <> 0) OR (usd_minor <> 0)))
  CHECK (((account = 'cash'::text) = (bank_account_id IS NOT NULL)))
  CHECK ((((rate IS NULL) = (rate_date IS NULL)) AND ((rate IS NULL) = (rate_source IS NULL))))
  CHECK (((account <> 'fx_difference'::text) OR (amount_minor = 0)))
  CHECK (((currency <> 'USD'::text) OR (account = ANY (ARRAY['fx_difference'::text, 'conversion'::text])) OR (amount_minor = usd_minor)))
  CHECK (((account <> ALL (ARRAY['announced'::text, 'conditional'::text, 'receivable'::text])) OR (pledge_id IS NOT NULL)))
  CHECK (((account <> 'unallocated'::text) OR (payment_id IS NOT NULL)))
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  CHECK (((account <> ALL (ARRAY['grants_payable'::text, 'grant_expense'::text])) OR (grant_id IS NOT NULL)))
  CHECK (("position" > 0))
  CHECK ((rate > (0)::numeric))
  CHECK ((abs(usd_minor) <= '1000000000000000'::bigint))
  FOREIGN KEY (bank_account_id) REFERENCES bank_account(id)
  FOREIGN KEY (donor_id) REFERENCES donor(id)
  FOREIGN KEY (entry_number) REFERENCES journal_entry(number)
  FOREIGN KEY (grant_id) REFERENCES fund_grant(id)
  FOREIGN KEY (instalment_id) REFERENCES instalment(id)
  FOREIGN KEY (payment_id) REFERENCES payment(id)
  FOREIGN KEY (pledge_id) REFERENCES pledge(id)
  PRIMARY KEY (entry_number, "position")
  TRIGGER DEFERRABLE INITIALLY DEFERRED
  CREATE INDEX journal_line_grant ON public.journal_line USING btree (grant_id) WHERE (grant_id IS NOT NULL)
  CREATE INDEX journal_line_instalment ON public.journal_line USING btree (instalment_id) WHERE (instalment_id IS NOT NULL)
  CREATE INDEX journal_line_payment ON public.journal_line USING btree (payment_id) WHERE (payment_id IS NOT NULL)
  CREATE INDEX journal_line_pledge ON public.journal_line USING btree (pledge_id) WHERE (pledge_id IS NOT NULL)
  CREATE CONSTRAINT TRIGGER balances AFTER INSERT ON public.journal_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balances()
  CREATE TRIGGER follow_items AFTER INSERT ON public.journal_line REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION follow_journal_items()
  CREATE TRIGGER journal_line_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.journal_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER keep_account_balances AFTER INSERT ON public.journal_line REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_bank_account_balances()
  CREATE TRIGGER keep_balances AFTER INSERT ON public.journal_line REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_fund_balances()
  CREATE TRIGGER keep_blocks AFTER INSERT ON public.journal_line REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_block_tallies()
  CREATE TRIGGER keep_cohorts AFTER INSERT ON public.journal_line REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_cohorts()
  CREATE TRIGGER keep_grant_balances AFTER INSERT ON public.journal_line REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_grant_balances()
  CREATE TRIGGER keep_rate_uses AFTER INSERT ON public.journal_line REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_rate_uses()
  CREATE TRIGGER keep_tallies AFTER INSERT ON public.journal_line REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_journal_tallies()
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.journal_line FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table letter
  reference text not null
  kind text not null
  language text not null
  donor_id uuid not null
  pledge_id uuid
  payment_id uuid
  period_from date
  period_until date
  template_version integer not null
  written jsonb not null
  sha256 text not null
  made_by uuid
  made_by_name text not null
  made_at timestamp with time zone not null
  CHECK (((kind = ANY (ARRAY['acknowledgement'::text, 'formalisation_request'::text, 'formalisation_confirmation'::text, 'reminder'::text])) = (pledge_id IS NOT NULL)))
  CHECK (((kind = 'receipt'::text) = (payment_id IS NOT NULL)))
  CHECK (((kind = ANY (ARRAY['donor_statement'::text, 'yearly_report'::text])) = (period_from IS NOT NULL)))
  CHECK ((((period_from IS NULL) = (period_until IS NULL)) AND (period_from <= period_until)))
  CHECK ((kind = ANY (ARRAY['acknowledgement'::text, 'formalisation_request'::text, 'formalisation_confirmation'::text, 'reminder'::text, 'receipt'::text, 'donor_statement'::text, 'yearly_report'::text])))
  CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text])))
  CHECK ((reference ~ '^LTR-[0-9]{4}-[0-9]{5,}$'::text))
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  CHECK ((template_version >= 0))
  FOREIGN KEY (donor_id) REFERENCES donor(id)
  FOREIGN KEY (payment_id) REFERENCES payment(id)
  FOREIGN KEY (pledge_id) REFERENCES pledge(id)
  PRIMARY KEY (reference)
  CREATE INDEX letter_donor ON public.letter USING btree (donor_id, made_at DESC)
  CREATE INDEX letter_newest ON public.letter USING btree (made_at DESC, reference DESC)
  CREATE INDEX letter_pledge ON public.letter USING btree (pledge_id, made_at DESC)
  CREATE TRIGGER letter_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.letter FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table letter_template
  kind text not null
  language text not null
  version integer not null
  title text
  paragraphs jsonb
  restored integer
  saved_by uuid
  saved_by_name text not null
  saved_at timestamp with time zone not null default now()
  CHECK (((restored >= 0) AND (restored <= (version - 1))))
  CHECK (((title IS NULL) = (paragraphs IS NULL)))
  CHECK (((title IS NOT NULL) OR (restored IS NOT NULL)))
  CHECK ((kind = ANY (ARRAY['acknowledgement'::text, 'formalisation_request'::text, 'formalisation_confirmation'::text, 'reminder'::text, 'receipt'::text, 'donor_statement'::text, 'yearly_report'::text])))
  CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text])))
  CHECK (((jsonb_typeof(paragraphs) = 'array'::text) AND ((jsonb_array_length(paragraphs) >= 1) AND (jsonb_array_length(paragraphs) <= 40))))
  CHECK (((length(btrim(title)) >= 1) AND (length(btrim(title)) <= 300)))
  CHECK ((version >= 1))
  PRIMARY KEY (kind, language, version)
  CREATE TRIGGER letter_template_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.letter_template FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table meeting
  id uuid not null default gen_random_uuid()
  slug text not null
  title jsonb not null
  starts_on date
  ends_on date
  expected_year integer not null
  session integer
  state text not null
  source text not null
  basis text not null
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'inferred'::text])))
  CHECK ((ends_on >= starts_on))
  CHECK (((starts_on IS NULL) = (ends_on IS NULL)))
  CHECK (((state = 'planned'::text) OR (starts_on IS NOT NULL)))
  CHECK (((expected_year >= 2000) AND (expected_year <= 2100)))
  CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  CHECK ((state = ANY (ARRAY['planned'::text, 'live'::text, 'closed'::text])))
  CHECK ((title ? 'en'::text))
  PRIMARY KEY (id)
  UNIQUE (slug)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  grant select to concert_app

table meeting_document
  id uuid not null default gen_random_uuid()
  meeting_id uuid not null
  kind text not null
  symbol text not null
  dated_on date
  source text not null
  basis text not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'unverified'::text, 'inferred'::text])))
  CHECK (((confirmed_by IS NULL) OR (confirmed_at IS NOT NULL)))
  CHECK ((kind = ANY (ARRAY['modalities'::text, 'draft'::text, 'transmittal'::text, 'outcome'::text, 'press_release'::text])))
  FOREIGN KEY (meeting_id) REFERENCES meeting(id)
  PRIMARY KEY (id)
  UNIQUE (meeting_id, kind, symbol)
  policy confirm for update to concert_app using actor_has('coordinator'::text)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((basis <> 'unverified'::text) OR (confirmed_at IS NOT NULL) OR actor_has('coordinator'::text))
  grant select to concert_app

table meeting_rate
  meeting_id uuid not null
  currency text not null
  units_per_usd numeric(22,10) not null
  source text not null
  recorded_by uuid
  recorded_by_name text not null
  recorded_at timestamp with time zone not null default now()
  CHECK (((currency ~ '^[A-Z]{3}$'::text) AND (currency <> 'USD'::text)))
  CHECK (((length(btrim(source)) >= 1) AND (length(btrim(source)) <= 200)))
  CHECK ((units_per_usd > (0)::numeric))
  FOREIGN KEY (meeting_id) REFERENCES meeting(id)
  PRIMARY KEY (meeting_id, currency)
  policy add for insert to concert_app with check (actor_is_system() OR (actor_has('fund_manager'::text) AND (recorded_by = actor_id())))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  policy remove for delete to concert_app using actor_has('fund_manager'::text)
  grant delete, insert, select to concert_app

table membership_count
  as_of text not null
  count integer not null
  kind text not null
  source text not null
  basis text not null
  CHECK ((as_of ~ '^[0-9]{4}(-[0-9]{2})?$'::text))
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'inferred'::text])))
  CHECK ((count > 0))
  CHECK ((kind = ANY (ARRAY['founding_participants'::text, 'members'::text])))
  PRIMARY KEY (as_of)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  grant select to concert_app

table outbox_mail
  id uuid not null default gen_random_uuid()
  to_user_id uuid not null
  kind text not null
  key text not null
  locale text not null
  created_at timestamp with time zone not null
  due_at timestamp with time zone not null
  attempts integer not null default 0
  last_error text
  outcome text
  closed_at timestamp with time zone
  CHECK (((attempts >= 0) AND (attempts <= 6)))
  CHECK (((outcome IS NULL) = (closed_at IS NULL)))
  CHECK (((outcome IS DISTINCT FROM 'given_up'::text) OR (last_error IS NOT NULL)))
  CHECK (((length(key) >= 1) AND (length(key) <= 60)))
  CHECK ((kind = 'digest'::text))
  CHECK ((last_error = ANY (ARRAY['refused'::text, 'deferred'::text, 'sign_in'::text, 'timeout'::text, 'unreachable'::text, 'encryption'::text, 'not_written'::text, 'unknown'::text])))
  CHECK ((locale = ANY (ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text])))
  CHECK ((outcome = ANY (ARRAY['sent'::text, 'given_up'::text, 'needless'::text])))
  FOREIGN KEY (to_user_id) REFERENCES user_account(id)
  PRIMARY KEY (id)
  UNIQUE (to_user_id, key)
  CREATE INDEX outbox_mail_closed ON public.outbox_mail USING btree (closed_at) WHERE (outcome IS NOT NULL)
  CREATE INDEX outbox_mail_waiting ON public.outbox_mail USING btree (due_at, id) WHERE (outcome IS NULL)
  policy add for insert to concert_app with check (to_user_id = actor_id())
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((to_user_id = actor_id()) OR ( SELECT actor_has('administrator'::text) AS actor_has))
  grant insert, select to concert_app

table outreach_entity
  id uuid not null default gen_random_uuid()
  name text not null
  class text not null
  mailbox text
  stage text not null
  next_step text
  next_step_agency_id uuid
  next_step_due_on date
  agency_id uuid
  created_at timestamp with time zone not null default now()
  CHECK (((stage = 'joined'::text) = (agency_id IS NOT NULL)))
  CHECK (((next_step IS NULL) OR (next_step_due_on IS NOT NULL)))
  CHECK (((mailbox = lower(mailbox)) AND (length(mailbox) <= 120) AND (mailbox ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text)))
  CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 200)))
  CHECK (((length(btrim(next_step)) >= 1) AND (length(btrim(next_step)) <= 300)))
  CHECK ((stage = ANY (ARRAY['identified'::text, 'contacted'::text, 'invited'::text, 'joined'::text, 'declined'::text])))
  FOREIGN KEY (agency_id) REFERENCES agency(id)
  FOREIGN KEY (next_step_agency_id) REFERENCES agency(id)
  PRIMARY KEY (id)
  CREATE UNIQUE INDEX outreach_entity_named_once ON public.outreach_entity USING btree (lower(name))
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy change for update to concert_app using actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table outreach_step
  id bigint not null generated always as identity
  entity_id uuid not null
  stage text not null
  on date not null
  note text not null
  by_name text not null
  at timestamp with time zone not null default now()
  CHECK (((length(btrim(note)) >= 1) AND (length(btrim(note)) <= 500)))
  CHECK ((stage = ANY (ARRAY['identified'::text, 'contacted'::text, 'invited'::text, 'joined'::text, 'declined'::text])))
  FOREIGN KEY (entity_id) REFERENCES outreach_entity(id)
  PRIMARY KEY (id)
  CREATE INDEX outreach_step_of ON public.outreach_step USING btree (entity_id, id)
  CREATE TRIGGER outreach_step_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.outreach_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table overlap_pair
  a_id uuid not null
  b_id uuid not null
  score integer not null
  reasons jsonb not null
  agency_ids uuid[] not null
  place_codes text[] not null
  state text not null default 'open'::text
  changed text[] not null default '{}'::text[]
  found_at timestamp with time zone not null default now()
  CHECK ((a_id < b_id))
  CHECK ((jsonb_typeof(reasons) = 'array'::text))
  CHECK (((score >= 0) AND (score <= 100)))
  CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text])))
  FOREIGN KEY (a_id) REFERENCES activity(id) ON DELETE CASCADE
  FOREIGN KEY (b_id) REFERENCES activity(id) ON DELETE CASCADE
  PRIMARY KEY (a_id, b_id)
  CREATE INDEX overlap_pair_by_agency ON public.overlap_pair USING gin (agency_ids)
  CREATE INDEX overlap_pair_by_b ON public.overlap_pair USING btree (b_id)
  CREATE INDEX overlap_pair_by_score ON public.overlap_pair USING btree (state, score DESC, a_id, b_id)
  policy add for insert to concert_app with check (actor_is_system() OR actor_has('coordinator'::text) OR (COALESCE((actor_agency() = ANY (agency_ids)), false) AND (actor_has('focal_point'::text) OR actor_has('contributor'::text))) OR (EXISTS ( SELECT
   FROM activity w
  WHERE ((w.id = ANY (ARRAY[overlap_pair.a_id, overlap_pair.b_id])) AND may_write_activity(w.agency_ids, w.visibility, w.source)))))
  policy change for update to concert_app using (actor_is_system() OR actor_has('coordinator'::text) OR (COALESCE((actor_agency() = ANY (agency_ids)), false) AND (actor_has('focal_point'::text) OR actor_has('contributor'::text))) OR (EXISTS ( SELECT
   FROM activity w
  WHERE ((w.id = ANY (ARRAY[overlap_pair.a_id, overlap_pair.b_id])) AND may_write_activity(w.agency_ids, w.visibility, w.source)))))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  policy remove for delete to concert_app using (actor_is_system() OR actor_has('coordinator'::text) OR (COALESCE((actor_agency() = ANY (agency_ids)), false) AND (actor_has('focal_point'::text) OR actor_has('contributor'::text))) OR (EXISTS ( SELECT
   FROM activity w
  WHERE ((w.id = ANY (ARRAY[overlap_pair.a_id, overlap_pair.b_id])) AND may_write_activity(w.agency_ids, w.visibility, w.source)))))
  grant delete, insert, select, update to concert_app

table overlap_verdict
  id bigint not null generated always as identity
  a_id uuid not null
  b_id uuid not null
  kind text not null
  note text not null
  facts jsonb not null
  at timestamp with time zone not null default now()
  by_id uuid
  by_name text not null
  by_agency_id uuid
  mailboxes jsonb not null default '[]'::jsonb
  CHECK ((jsonb_typeof(facts) = 'object'::text))
  CHECK ((kind = ANY (ARRAY['join'::text, 'coordinate'::text, 'different'::text])))
  CHECK ((jsonb_typeof(mailboxes) = 'array'::text))
  CHECK (((length(note) >= 3) AND (length(note) <= 1000)))
  FOREIGN KEY (a_id, b_id) REFERENCES overlap_pair(a_id, b_id) ON DELETE CASCADE
  FOREIGN KEY (by_agency_id) REFERENCES agency(id)
  PRIMARY KEY (id)
  CREATE INDEX overlap_verdict_by_pair ON public.overlap_verdict USING btree (a_id, b_id, id DESC)
  policy add for insert to concert_app with check (actor_is_system() OR actor_has('coordinator'::text) OR (actor_has('focal_point'::text) AND (EXISTS ( SELECT
   FROM overlap_pair p
  WHERE ((p.a_id = overlap_verdict.a_id) AND (p.b_id = overlap_verdict.b_id) AND (actor_agency() = ANY (p.agency_ids)))))))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table paragraph
  instrument_slug text not null
  number text not null
  position integer not null
  gist jsonb not null
  indicator jsonb
  addressees text[] not null
  status_addressees text[] not null default '{}'::text[]
  act_kinds text[] not null
  tracking text not null
  pillars text[] not null
  sdg_targets text[] not null
  source text not null
  basis text not null
  CHECK ((cardinality(act_kinds) > 0))
  CHECK ((cardinality(addressees) > 0))
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'inferred'::text])))
  CHECK (((status_addressees <@ ARRAY['secretary_general'::text, 'unodc'::text, 'icat'::text]) AND (status_addressees <@ addressees)))
  CHECK ((gist ?& ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text]))
  CHECK ((indicator ?& ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text]))
  CHECK ((number ~ '^[0-9]+([(][a-z][)])?$'::text))
  CHECK ((pillars <@ ARRAY['PREV'::text, 'PROT'::text, 'PROS'::text, 'PART'::text]))
  CHECK ((tracking = ANY (ARRAY['yes'::text, 'partly'::text, 'tag'::text, 'no'::text])))
  FOREIGN KEY (instrument_slug) REFERENCES instrument(slug)
  PRIMARY KEY (instrument_slug, number)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  grant select to concert_app

table paragraph_agency_tally
  id bigint not null generated always as identity
  number text not null
  agency_id uuid not null
  year integer
  count integer not null
  folded boolean not null default false
  CHECK ((count <> 0))
  FOREIGN KEY (agency_id) REFERENCES agency(id)
  PRIMARY KEY (id)
  CREATE TRIGGER fold AFTER INSERT ON public.paragraph_agency_tally REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fold_paragraph_agency_tally()
  policy add for insert to concert_app with check (pg_trigger_depth() > 0)
  policy fold for delete to concert_app using (pg_trigger_depth() > 0)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant delete, insert, select to concert_app

table payment
  id uuid not null default gen_random_uuid()
  reference text not null
  donor_id uuid not null
  received_on date not null
  amount_minor bigint not null
  currency text not null
  fee_minor bigint not null
  bank_account_id uuid not null
  bank_reference text
  document text
  look_alike_reason text
  provisional boolean not null default true
  reversed_by bigint
  created_at timestamp with time zone not null default now()
  CHECK (((amount_minor >= 1) AND (amount_minor <= '1000000000000000'::bigint)))
  CHECK (((length(btrim(bank_reference)) >= 1) AND (length(btrim(bank_reference)) <= 140)))
  CHECK ((fee_minor < amount_minor))
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  CHECK (((length(btrim(document)) >= 1) AND (length(btrim(document)) <= 140)))
  CHECK ((fee_minor >= 0))
  CHECK ((reference ~ '^PAY-[0-9]{4}-[0-9]{5,}$'::text))
  FOREIGN KEY (bank_account_id) REFERENCES bank_account(id)
  FOREIGN KEY (donor_id) REFERENCES donor(id)
  FOREIGN KEY (reversed_by) REFERENCES journal_entry(number)
  PRIMARY KEY (id)
  UNIQUE (reference)
  CREATE UNIQUE INDEX payment_bank_reference ON public.payment USING btree (bank_account_id, bank_reference) WHERE ((bank_reference IS NOT NULL) AND (reversed_by IS NULL))
  CREATE INDEX payment_donor ON public.payment USING btree (donor_id, received_on)
  CREATE INDEX payment_newest ON public.payment USING btree (received_on DESC, reference DESC)
  CREATE TRIGGER open_balance AFTER INSERT ON public.payment FOR EACH ROW EXECUTE FUNCTION open_payment_balance()
  CREATE TRIGGER payment_reference BEFORE INSERT ON public.payment FOR EACH ROW EXECUTE FUNCTION set_payment_reference()
  CREATE TRIGGER refuse_merged_donor BEFORE INSERT ON public.payment FOR EACH ROW EXECUTE FUNCTION refuse_merged_donor()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy change for update to concert_app using actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table payment_balance
  payment_id uuid not null
  received_usd bigint not null default 0
  unallocated_minor bigint not null default 0
  unallocated_usd bigint not null default 0
  CHECK (((unallocated_minor > 0) OR (unallocated_usd = 0)))
  CHECK ((received_usd >= 0))
  CHECK ((unallocated_minor >= 0))
  CHECK ((unallocated_usd >= 0))
  FOREIGN KEY (payment_id) REFERENCES payment(id)
  PRIMARY KEY (payment_id)
  CREATE INDEX payment_balance_open ON public.payment_balance USING btree (payment_id) WHERE (unallocated_minor > 0)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table people_release
  number integer not null
  released_at timestamp with time zone not null
  hash text not null
  withdrawn_at timestamp with time zone
  withdrawal_reason text
  CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)))
  CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  CHECK ((number > 0))
  PRIMARY KEY (number)
  CREATE TRIGGER kept BEFORE UPDATE ON public.people_release FOR EACH ROW WHEN (((old.withdrawn_at IS NOT NULL) OR (((old.number IS DISTINCT FROM new.number) OR (old.released_at IS DISTINCT FROM new.released_at)) OR (old.hash IS DISTINCT FROM new.hash)))) EXECUTE FUNCTION keep_people_release()
  CREATE TRIGGER numbered BEFORE INSERT ON public.people_release FOR EACH ROW EXECUTE FUNCTION number_people_release()
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.people_release FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy add for insert to concert_app with check (actor_is_system() OR actor_has('coordinator'::text))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  policy withdraw for update to concert_app using (actor_is_system() OR actor_has('coordinator'::text))
  grant insert, select to concert_app

table people_release_content
  number integer not null
  content jsonb not null
  FOREIGN KEY (number) REFERENCES people_release(number)
  PRIMARY KEY (number)
  policy add for insert to concert_app with check (actor_is_system() OR actor_has('coordinator'::text))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (( SELECT actor_is_system() AS actor_is_system) OR ( SELECT actor_has('coordinator'::text) AS actor_has) OR (EXISTS ( SELECT
   FROM people_release r
  WHERE ((r.number = people_release_content.number) AND (r.withdrawn_at IS NULL)))))
  grant insert, select to concert_app

table people_release_input
  number integer not null
  input jsonb not null
  FOREIGN KEY (number) REFERENCES people_release(number)
  PRIMARY KEY (number)
  policy add for insert to concert_app with check (actor_is_system() OR actor_has('coordinator'::text))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_is_system() AS actor_is_system)
  grant insert, select to concert_app

table place
  code text not null
  level text not null
  parent_code text
  iso2 text
  iso3 text
  names jsonb not null
  un_regional_group text
  ldc boolean not null default false
  lldc boolean not null default false
  sids boolean not null default false
  currencies text[] not null default '{}'::text[]
  footnote text
  has_page boolean not null default true
  source text not null
  basis text not null
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'inferred'::text])))
  CHECK (((level = 'world'::text) = (parent_code IS NULL)))
  CHECK (((level = 'country'::text) = (iso3 IS NOT NULL)))
  CHECK (((level = 'country'::text) OR ((un_regional_group IS NULL) AND (NOT ldc) AND (NOT lldc) AND (NOT sids))))
  CHECK ((code ~ '^([0-9]{3}|XKX)$'::text))
  CHECK ((footnote = 'scr_1244'::text))
  CHECK ((iso2 ~ '^[A-Z]{2}$'::text))
  CHECK ((iso3 ~ '^[A-Z]{3}$'::text))
  CHECK ((level = ANY (ARRAY['world'::text, 'region'::text, 'subregion'::text, 'intermediate'::text, 'country'::text])))
  CHECK ((names ?& ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text]))
  CHECK ((un_regional_group = ANY (ARRAY['african'::text, 'asia_pacific'::text, 'eastern_european'::text, 'latin_caribbean'::text, 'western'::text])))
  FOREIGN KEY (parent_code) REFERENCES place(code)
  PRIMARY KEY (code)
  UNIQUE (iso2)
  UNIQUE (iso3)
  CREATE INDEX place_parent ON public.place USING btree (parent_code)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using true
  grant select to concert_app

table pledge
  id uuid not null default gen_random_uuid()
  reference text not null
  kind text not null
  donor_id uuid not null
  announced_on date not null
  meeting_id uuid
  amount_minor bigint
  currency text
  condition text not null
  match_percent integer
  condition_note text
  earmarking text not null
  earmarking_note text
  description text
  valuation_minor bigint
  valuation_currency text
  valued_by text
  scheduled_minor bigint not null default 0
  created_at timestamp with time zone not null default now()
  CHECK (((amount_minor >= 1) AND (amount_minor <= '1000000000000000'::bigint)))
  CHECK (((kind = 'money'::text) = (amount_minor IS NOT NULL)))
  CHECK (((amount_minor IS NULL) = (currency IS NULL)))
  CHECK (((kind = 'money'::text) = (description IS NULL)))
  CHECK (((condition = 'match'::text) = (match_percent IS NOT NULL)))
  CHECK (((kind = 'in_kind'::text) OR (valuation_minor IS NULL)))
  CHECK ((((valuation_minor IS NULL) = (valuation_currency IS NULL)) AND ((valuation_minor IS NULL) = (valued_by IS NULL))))
  CHECK ((condition = ANY (ARRAY['none'::text, 'approval'::text, 'match'::text, 'other'::text])))
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  CHECK ((earmarking = ANY (ARRAY['unearmarked'::text, 'softly_earmarked'::text, 'earmarked'::text, 'tightly_earmarked'::text, 'not_specified'::text])))
  CHECK ((kind = ANY (ARRAY['money'::text, 'in_kind'::text, 'policy'::text])))
  CHECK (((match_percent >= 1) AND (match_percent <= 100)))
  CHECK ((reference ~ '^PLG-[0-9]{4}-[0-9]{5,}$'::text))
  CHECK ((scheduled_minor >= 0))
  CHECK ((valuation_currency ~ '^[A-Z]{3}$'::text))
  CHECK (((valuation_minor >= 1) AND (valuation_minor <= '1000000000000000'::bigint)))
  FOREIGN KEY (donor_id) REFERENCES donor(id)
  FOREIGN KEY (meeting_id) REFERENCES meeting(id)
  PRIMARY KEY (id)
  UNIQUE (reference)
  CREATE INDEX pledge_donor ON public.pledge USING btree (donor_id, announced_on)
  CREATE INDEX pledge_meeting ON public.pledge USING btree (meeting_id)
  CREATE INDEX pledge_newest ON public.pledge USING btree (announced_on DESC, reference DESC)
  CREATE TRIGGER open_balance AFTER INSERT ON public.pledge FOR EACH ROW EXECUTE FUNCTION open_pledge_balance()
  CREATE TRIGGER pledge_reference BEFORE INSERT ON public.pledge FOR EACH ROW EXECUTE FUNCTION set_pledge_reference()
  CREATE TRIGGER refuse_merged_donor BEFORE INSERT ON public.pledge FOR EACH ROW EXECUTE FUNCTION refuse_merged_donor()
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.pledge FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy change for update to concert_app using actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table pledge_balance
  pledge_id uuid not null
  announced_minor bigint not null default 0
  announced_usd bigint not null default 0
  formalised_minor bigint not null default 0
  formalised_usd bigint not null default 0
  conditional_minor bigint not null default 0
  conditional_usd bigint not null default 0
  receivable_minor bigint not null default 0
  receivable_usd bigint not null default 0
  received_minor bigint not null default 0
  received_usd bigint not null default 0
  reduced_minor bigint not null default 0
  reduced_usd bigint not null default 0
  written_off_minor bigint not null default 0
  written_off_usd bigint not null default 0
  life text not null generated always as (
CASE
    WHEN (((receivable_minor + conditional_minor) + GREATEST((0)::bigint, (((announced_minor - formalised_minor) - conditional_minor) - reduced_minor))) > 0) THEN
    CASE
        WHEN (received_minor > 0) THEN 'part_received'::text
        WHEN ((formalised_minor + conditional_minor) > 0) THEN 'formalised'::text
        ELSE 'announced'::text
    END
    WHEN (received_minor > 0) THEN
    CASE
        WHEN ((reduced_minor > 0) OR (written_off_minor > 0)) THEN 'closed_partly_fulfilled'::text
        ELSE 'received'::text
    END
    WHEN (written_off_minor > 0) THEN 'closed_partly_fulfilled'::text
    ELSE 'withdrawn'::text
END)
  CHECK (((announced_minor > 0) OR (announced_usd = 0)))
  CHECK ((announced_minor >= 0))
  CHECK ((announced_usd >= 0))
  CHECK (((receivable_minor > 0) OR (receivable_usd = 0)))
  CHECK (((conditional_minor > 0) OR (conditional_usd = 0)))
  CHECK ((conditional_minor >= 0))
  CHECK ((conditional_usd >= 0))
  CHECK ((formalised_minor >= 0))
  CHECK ((receivable_minor >= 0))
  CHECK ((receivable_usd >= 0))
  CHECK ((receivable_usd >= 0))
  CHECK ((received_minor >= 0))
  CHECK ((received_usd >= 0))
  CHECK ((reduced_minor >= 0))
  CHECK ((written_off_minor >= 0))
  FOREIGN KEY (pledge_id) REFERENCES pledge(id)
  PRIMARY KEY (pledge_id)
  CREATE INDEX pledge_balance_life ON public.pledge_balance USING btree (life)
  CREATE INDEX pledge_balance_owed ON public.pledge_balance USING btree (pledge_id) WHERE (receivable_minor > 0)
  CREATE TRIGGER follow AFTER UPDATE ON public.pledge_balance FOR EACH ROW WHEN (((((((old.announced_minor IS DISTINCT FROM new.announced_minor) OR (old.announced_usd IS DISTINCT FROM new.announced_usd)) OR (old.formalised_minor IS DISTINCT FROM new.formalised_minor)) OR (old.formalised_usd IS DISTINCT FROM new.formalised_usd)) OR (old.received_minor IS DISTINCT FROM new.received_minor)) OR (old.received_usd IS DISTINCT FROM new.received_usd))) EXECUTE FUNCTION follow_pledge_balance()
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table pledge_milestone
  pledge_id uuid not null
  months integer not null
  meeting_id uuid not null
  announced_minor bigint not null
  announced_usd bigint not null
  formalised_minor bigint not null default 0
  received_minor bigint not null default 0
  formalised_usd bigint not null generated always as ((round((((announced_usd)::numeric * (GREATEST((0)::bigint, LEAST(formalised_minor, announced_minor)))::numeric) / (announced_minor)::numeric)))::bigint)
  received_usd bigint not null generated always as ((round((((announced_usd)::numeric * (GREATEST((0)::bigint, LEAST(received_minor, announced_minor)))::numeric) / (announced_minor)::numeric)))::bigint)
  CHECK ((announced_minor > 0))
  CHECK ((announced_usd >= 0))
  CHECK ((months = ANY (ARRAY[6, 12, 24, 48])))
  FOREIGN KEY (meeting_id) REFERENCES meeting(id)
  FOREIGN KEY (pledge_id) REFERENCES pledge(id)
  PRIMARY KEY (pledge_id, months)
  CREATE TRIGGER keep_tally AFTER UPDATE ON public.pledge_milestone REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_cohort_tally()
  CREATE TRIGGER open_tally AFTER INSERT ON public.pledge_milestone REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION open_cohort_tally()
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table pledge_outcome
  number bigint not null generated always as identity
  pledge_id uuid not null
  outcome text not null
  on date not null
  note text not null
  recorded_at timestamp with time zone not null default now()
  recorded_by uuid
  recorded_by_name text not null
  CHECK (((length(btrim(note)) >= 1) AND (length(btrim(note)) <= 500)))
  CHECK ((outcome = ANY (ARRAY['delivered'::text, 'delivered_in_part'::text, 'delivered_in_part_only'::text, 'withdrawn'::text, 'open'::text])))
  FOREIGN KEY (pledge_id) REFERENCES pledge(id)
  PRIMARY KEY (number)
  CREATE INDEX pledge_outcome_latest ON public.pledge_outcome USING btree (pledge_id, number DESC)
  CREATE TRIGGER follow AFTER INSERT ON public.pledge_outcome FOR EACH ROW EXECUTE FUNCTION follow_pledge_outcome()
  CREATE TRIGGER pledge_outcome_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.pledge_outcome FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table public_grant
  id text not null
  visibility text not null
  call_id uuid not null
  grantee_kind text
  grantee_names jsonb
  place_code text not null
  aid_kinds text[] not null
  title text
  awarded_minor bigint
  currency text
  awarded_usd bigint
  disbursed_usd bigint
  CHECK (((visibility = 'region_only'::text) OR (num_nulls(grantee_kind, grantee_names, title, awarded_minor, currency, awarded_usd, disbursed_usd) = 0)))
  CHECK (((visibility = 'public'::text) OR (num_nonnulls(grantee_kind, grantee_names, title, awarded_minor, currency, awarded_usd, disbursed_usd) = 0)))
  CHECK ((visibility = ANY (ARRAY['public'::text, 'region_only'::text])))
  FOREIGN KEY (call_id) REFERENCES grant_call(id)
  FOREIGN KEY (place_code) REFERENCES place(code)
  PRIMARY KEY (id)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy publish for insert to concert_app with check actor_has('fund_manager'::text)
  policy publish_anew for delete to concert_app using actor_has('fund_manager'::text)
  policy read for select to concert_app using (( SELECT actor_is_system() AS actor_is_system) OR ( SELECT actor_has('fund_manager'::text) AS actor_has) OR (NOT public_grant_waits(id)))
  grant delete, insert, select to concert_app

table public_pledge
  pledge_id uuid not null
  reference text not null
  kind text not null
  donor_id uuid
  announced_on date not null
  meeting_id uuid
  condition text not null
  earmarking text not null
  description text
  valuation_minor bigint
  valuation_currency text
  currency text
  announced_minor bigint not null default 0
  announced_usd bigint not null default 0
  formalised_minor bigint not null default 0
  formalised_usd bigint not null default 0
  received_minor bigint not null default 0
  received_usd bigint not null default 0
  delivered_on date
  delivered_in_part boolean not null default false
  mistaken boolean not null default false
  CHECK (((delivered_on IS NULL) OR (kind <> 'money'::text)))
  CHECK (((delivered_on IS NOT NULL) OR (NOT delivered_in_part)))
  FOREIGN KEY (donor_id) REFERENCES donor(id)
  FOREIGN KEY (meeting_id) REFERENCES meeting(id)
  FOREIGN KEY (pledge_id) REFERENCES pledge(id)
  PRIMARY KEY (pledge_id)
  UNIQUE (reference)
  CREATE INDEX public_pledge_donor ON public.public_pledge USING btree (donor_id, announced_on DESC)
  CREATE INDEX public_pledge_largest ON public.public_pledge USING btree (announced_usd DESC, reference DESC)
  CREATE INDEX public_pledge_meeting ON public.public_pledge USING btree (meeting_id, announced_on DESC)
  CREATE INDEX public_pledge_newest ON public.public_pledge USING btree (announced_on DESC, reference DESC)
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.public_pledge FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((NOT mistaken) OR ( SELECT actor_has('fund_manager'::text) AS actor_has))
  grant select to concert_app

table published_figure
  id uuid not null default gen_random_uuid()
  key text not null
  set_name text not null
  position integer not null
  subject jsonb not null
  place_code text
  stage text
  date_text text not null
  value_text text
  amount_minor bigint
  currency text
  quantity bigint
  unit text
  definition text
  details jsonb not null default '{}'::jsonb
  source text not null
  basis text not null
  cleared_at timestamp with time zone
  cleared_by uuid
  CHECK (((amount_minor >= 0) AND (amount_minor <= '1000000000000000'::bigint)))
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'unverified'::text, 'inferred'::text])))
  CHECK (((amount_minor IS NULL) OR (currency IS NOT NULL)))
  CHECK (((cleared_by IS NULL) OR (cleared_at IS NOT NULL)))
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  CHECK ((quantity >= 0))
  CHECK ((set_name = ANY (ARRAY['fund_totals'::text, 'donors'::text, 'grant_cycles'::text, 'beneficiaries'::text])))
  CHECK ((stage = ANY (ARRAY['announced'::text, 'acknowledged'::text, 'paid'::text])))
  CHECK ((subject ? 'en'::text))
  FOREIGN KEY (place_code) REFERENCES place(code)
  PRIMARY KEY (id)
  UNIQUE (key)
  CREATE TRIGGER tell_of_public_change AFTER INSERT OR DELETE OR UPDATE ON public.published_figure FOR EACH STATEMENT EXECUTE FUNCTION tell_of_public_change()
  policy clear for update to concert_app using actor_has('fund_manager'::text)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((cleared_at IS NOT NULL) OR actor_has('fund_manager'::text))
  grant select to concert_app

table published_figure_note
  figure_id uuid not null
  note text not null
  FOREIGN KEY (figure_id) REFERENCES published_figure(id)
  PRIMARY KEY (figure_id)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using actor_has('fund_manager'::text)
  grant select to concert_app

table rate_use_tally
  year integer not null
  account text not null
  currency text not null
  rate_date date not null
  rate numeric(22,10) not null
  rate_source text not null
  lines integer not null
  PRIMARY KEY (year, account, currency, rate_date, rate, rate_source)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((account = ANY (ARRAY['announced'::text, 'pledge_income'::text, 'unallocated'::text, 'interest'::text, 'grant_expense'::text, 'support_cost'::text, 'bank_charges'::text, 'fund_balance'::text])) OR ( SELECT actor_has('fund_manager'::text) AS actor_has))
  grant select to concert_app

table reconciliation_item
  entry_number bigint
  entry_kind text
  kind text
  here_on date
  payment_id uuid
  here_minor bigint
  here_currency text
  here_usd bigint

table reconciliation_line
  document text
  entry_number bigint
  kind text not null
  row_on date
  here_on date
  entry_kind text
  payment_id uuid
  here_minor bigint
  here_currency text
  here_usd bigint
  there_minor bigint
  there_currency text
  there_usd bigint
  on_day date not null generated always as (LEAST(row_on, here_on))
  state text not null generated always as (
CASE
    WHEN (document IS NULL) THEN 'only_here'::text
    WHEN (entry_number IS NULL) THEN 'only_there'::text
    WHEN ((here_minor = there_minor) AND (here_currency = there_currency) AND (here_usd = there_usd)) THEN 'matched'::text
    ELSE 'different'::text
END)
  CHECK ((num_nulls(document, row_on, there_minor, there_currency, there_usd) = ANY (ARRAY[0, 5])))
  CHECK ((num_nulls(entry_number, here_on, entry_kind, here_minor, here_currency, here_usd) = ANY (ARRAY[0, 6])))
  CHECK (((document IS NOT NULL) OR (entry_number IS NOT NULL)))
  FOREIGN KEY (entry_number) REFERENCES journal_entry(number)
  FOREIGN KEY (payment_id) REFERENCES payment(id)
  CREATE UNIQUE INDEX reconciliation_line_document ON public.reconciliation_line USING btree (document) WHERE (document IS NOT NULL)
  CREATE UNIQUE INDEX reconciliation_line_item ON public.reconciliation_line USING btree (entry_number, kind) WHERE (entry_number IS NOT NULL)
  CREATE INDEX reconciliation_line_newest ON public.reconciliation_line USING btree (state, on_day DESC, entry_number DESC NULLS LAST, document)
  CREATE INDEX reconciliation_line_payment ON public.reconciliation_line USING btree (payment_id) WHERE (payment_id IS NOT NULL)
  CREATE TRIGGER add_to_tally AFTER INSERT ON public.reconciliation_line REFERENCING NEW TABLE AS lines FOR EACH STATEMENT EXECUTE FUNCTION keep_reconciliation_tally()
  CREATE TRIGGER take_from_tally AFTER DELETE ON public.reconciliation_line REFERENCING OLD TABLE AS lines FOR EACH STATEMENT EXECUTE FUNCTION lessen_reconciliation_tally()
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table reconciliation_match
  id uuid not null default gen_random_uuid()
  document text not null
  entry_number bigint not null
  kind text not null
  basis text not null
  reason text
  matched_at timestamp with time zone not null default clock_timestamp()
  matched_by uuid
  matched_by_name text not null
  ended_at timestamp with time zone
  ended_by uuid
  ended_by_name text
  end_reason text
  CHECK ((basis = ANY (ARRAY['document'::text, 'unique'::text, 'officer'::text])))
  CHECK (((basis = 'officer'::text) = (reason IS NOT NULL)))
  CHECK ((((ended_at IS NULL) = (ended_by_name IS NULL)) AND ((ended_at IS NULL) = (end_reason IS NULL))))
  CHECK (((length(btrim(end_reason)) >= 1) AND (length(btrim(end_reason)) <= 500)))
  CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)))
  FOREIGN KEY (entry_number) REFERENCES journal_entry(number)
  PRIMARY KEY (id)
  CREATE UNIQUE INDEX reconciliation_match_document ON public.reconciliation_match USING btree (document) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX reconciliation_match_item ON public.reconciliation_match USING btree (entry_number, kind) WHERE (ended_at IS NULL)
  CREATE TRIGGER end_once BEFORE UPDATE ON public.reconciliation_match FOR EACH ROW EXECUTE FUNCTION end_match_once()
  CREATE TRIGGER follow_ended_matches AFTER UPDATE ON public.reconciliation_match REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION follow_matches()
  CREATE TRIGGER follow_new_matches AFTER INSERT ON public.reconciliation_match REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION follow_matches()
  CREATE TRIGGER match_stands BEFORE INSERT ON public.reconciliation_match FOR EACH ROW EXECUTE FUNCTION check_match_stands()
  CREATE TRIGGER reconciliation_match_is_kept BEFORE DELETE OR TRUNCATE ON public.reconciliation_match FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy add for insert to concert_app with check actor_has('fund_manager'::text)
  policy end_match for update to concert_app using actor_has('fund_manager'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table reconciliation_tally
  kind text not null
  state text not null
  row_on date
  here_on date
  lines bigint not null
  here_usd bigint not null
  there_usd bigint not null
  CHECK ((lines >= 0))
  UNIQUE NULLS NOT DISTINCT (kind, state, row_on, here_on)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant select to concert_app

table reference_load
  name text not null
  content_hash text not null
  loaded_at timestamp with time zone not null default now()
  PRIMARY KEY (name)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)

table reporting_round
  id uuid not null default gen_random_uuid()
  from_on date not null
  until_on date not null
  deadline date not null
  note jsonb not null default '{}'::jsonb
  opened_at timestamp with time zone not null
  opened_by uuid
  closed_at timestamp with time zone
  closed_by uuid
  CHECK ((until_on > from_on))
  CHECK ((deadline >= from_on))
  CHECK ((closed_at >= opened_at))
  CHECK ((jsonb_typeof(note) = 'object'::text))
  PRIMARY KEY (id)
  CREATE UNIQUE INDEX one_open_round ON public.reporting_round USING btree ((true)) WHERE (closed_at IS NULL)
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy change for update to concert_app using actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select, update to concert_app

table request_consent
  id uuid not null default gen_random_uuid()
  request_id uuid not null
  given_on date not null
  how text not null
  document text not null
  recorded_at timestamp with time zone not null default now()
  recorded_by uuid
  withdrawn_on date
  CHECK ((withdrawn_on >= given_on))
  CHECK (((length(btrim(document)) >= 1) AND (length(btrim(document)) <= 200)))
  CHECK (((length(btrim(how)) >= 3) AND (length(btrim(how)) <= 300)))
  FOREIGN KEY (request_id) REFERENCES assistance_request(id)
  PRIMARY KEY (id)
  CREATE UNIQUE INDEX request_consent_standing ON public.request_consent USING btree (request_id) WHERE (withdrawn_on IS NULL)
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy change for update to concert_app using actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table request_offer
  id uuid not null default gen_random_uuid()
  request_id uuid not null
  agency_id uuid not null
  what text not null
  from_on date
  note text not null default ''::text
  made_at timestamp with time zone not null default now()
  made_by uuid
  withdrawn_at timestamp with time zone
  accepted_on date
  activity_id uuid
  CHECK (((accepted_on IS NULL) = (activity_id IS NULL)))
  CHECK (((accepted_on IS NULL) OR (withdrawn_at IS NULL)))
  CHECK (((length(btrim(what)) >= 3) AND (length(btrim(what)) <= 1000)))
  FOREIGN KEY (activity_id) REFERENCES activity(id)
  FOREIGN KEY (agency_id) REFERENCES agency(id)
  FOREIGN KEY (request_id) REFERENCES assistance_request(id)
  PRIMARY KEY (id)
  CREATE INDEX request_offer_by_activity ON public.request_offer USING btree (activity_id) WHERE (activity_id IS NOT NULL)
  CREATE UNIQUE INDEX request_offer_standing ON public.request_offer USING btree (request_id, agency_id) WHERE (withdrawn_at IS NULL)
  policy add for insert to concert_app with check (actor_is_system() OR (actor_has('focal_point'::text) AND (agency_id = actor_agency())))
  policy change for update to concert_app using (actor_has('coordinator'::text) OR (actor_has('focal_point'::text) AND (agency_id = actor_agency()) AND (accepted_on IS NULL))) with check (actor_has('coordinator'::text) OR (actor_has('focal_point'::text) AND (agency_id = actor_agency()) AND (accepted_on IS NULL)))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table request_step
  request_id uuid not null
  position integer not null
  stage text not null
  on_day date not null
  note text not null default ''::text
  by_name text not null
  at timestamp with time zone not null default now()
  struck_at timestamp with time zone
  struck_reason text
  struck_by_name text
  CHECK ((num_nulls(struck_at, struck_reason, struck_by_name) = ANY (ARRAY[0, 3])))
  CHECK ((("position" > 1) OR (struck_at IS NULL)))
  CHECK (("position" > 0))
  CHECK ((stage = ANY (ARRAY['received'::text, 'acknowledged'::text, 'matched'::text, 'in_delivery'::text, 'answered'::text, 'declined'::text, 'withdrawn'::text])))
  FOREIGN KEY (request_id) REFERENCES assistance_request(id)
  PRIMARY KEY (request_id, "position")
  CREATE TRIGGER in_order BEFORE INSERT ON public.request_step FOR EACH ROW EXECUTE FUNCTION keep_request_steps_in_order()
  policy add for insert to concert_app with check actor_has('coordinator'::text)
  policy change for update to concert_app using actor_has('coordinator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_signed_in() AS actor_signed_in)
  grant insert, select to concert_app

table resolution
  symbol text not null
  title jsonb not null
  year integer not null
  adopted_on date
  source text not null
  basis text not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  CHECK ((basis = ANY (ARRAY['sourced'::text, 'unverified'::text, 'inferred'::text])))
  CHECK ((EXTRACT(year FROM adopted_on) = (year)::numeric))
  CHECK (((confirmed_by IS NULL) OR (confirmed_at IS NOT NULL)))
  CHECK ((title ?& ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text]))
  CHECK (((year >= 1945) AND (year <= 2100)))
  PRIMARY KEY (symbol)
  policy confirm for update to concert_app using actor_has('coordinator'::text)
  policy load for all to owner using true with check true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((basis <> 'unverified'::text) OR (confirmed_at IS NOT NULL) OR actor_has('coordinator'::text))
  grant select to concert_app

table round_answer
  round_id uuid not null
  agency_id uuid not null
  activity_id uuid not null
  kind text not null
  status text not null
  start_on date
  end_on date
  note text not null default ''::text
  base_version integer not null
  is_proposal boolean not null
  typed_at timestamp with time zone not null
  by_id uuid
  by_name text not null
  CHECK ((base_version > 0))
  CHECK (((kind <> 'ended'::text) OR ((status = ANY (ARRAY['completed'::text, 'cancelled'::text])) AND (end_on IS NOT NULL))))
  CHECK ((kind = ANY (ARRAY['unchanged'::text, 'update'::text, 'ended'::text, 'new'::text])))
  CHECK ((length(note) <= 1000))
  CHECK ((status = ANY (ARRAY['planned'::text, 'ongoing'::text, 'completed'::text, 'cancelled'::text])))
  FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE
  FOREIGN KEY (round_id, agency_id) REFERENCES round_report(round_id, agency_id)
  PRIMARY KEY (round_id, agency_id, activity_id)
  CREATE INDEX round_answer_activity ON public.round_answer USING btree (activity_id)
  policy add for insert to concert_app with check ((actor_is_system() OR ((agency_id = actor_agency()) AND (actor_has('contributor'::text) OR actor_has('focal_point'::text)))) AND (EXISTS ( SELECT
   FROM round_report r
  WHERE (((r.round_id = round_answer.round_id) AND (r.agency_id = round_answer.agency_id)) AND (r.state <> 'cleared'::text) AND round_is_open(r.round_id)))))
  policy change for update to concert_app using ((actor_is_system() OR ((agency_id = actor_agency()) AND (actor_has('contributor'::text) OR actor_has('focal_point'::text)))) AND (EXISTS ( SELECT
   FROM round_report r
  WHERE (((r.round_id = round_answer.round_id) AND (r.agency_id = round_answer.agency_id)) AND (r.state <> 'cleared'::text) AND round_is_open(r.round_id)))))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (( SELECT actor_is_system() AS actor_is_system) OR (( SELECT actor_signed_in() AS actor_signed_in) AND (agency_id = ( SELECT actor_agency() AS actor_agency))))
  grant insert, select, update to concert_app

table round_report
  round_id uuid not null
  agency_id uuid not null
  expected boolean not null
  state text not null default 'awaited'::text
  nothing_to_report boolean not null default false
  listed uuid[] not null default '{}'::uuid[]
  submitted_at timestamp with time zone
  submitted_by uuid
  cleared_at timestamp with time zone
  cleared_by uuid
  CHECK (((state = 'cleared'::text) = (cleared_at IS NOT NULL)))
  CHECK ((state = ANY (ARRAY['awaited'::text, 'in_work'::text, 'submitted'::text, 'cleared'::text])))
  FOREIGN KEY (agency_id) REFERENCES agency(id)
  FOREIGN KEY (round_id) REFERENCES reporting_round(id)
  PRIMARY KEY (round_id, agency_id)
  CREATE INDEX round_report_cleared ON public.round_report USING btree (agency_id, cleared_at DESC)
  policy add for insert to concert_app with check (round_is_open(round_id) AND (state <> 'cleared'::text) AND (actor_has('coordinator'::text) OR ((agency_id = actor_agency()) AND (NOT expected) AND (actor_has('contributor'::text) OR actor_has('focal_point'::text)))))
  policy change for update to concert_app using (round_is_open(round_id) AND (actor_is_system() OR ((agency_id = actor_agency()) AND (actor_has('focal_point'::text) OR (actor_has('contributor'::text) AND (state <> 'cleared'::text)))))) with check (actor_is_system() OR ((agency_id = actor_agency()) AND (actor_has('focal_point'::text) OR (actor_has('contributor'::text) AND (state <> 'cleared'::text)))))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using (( SELECT actor_has('coordinator'::text) AS actor_has) OR (( SELECT actor_signed_in() AS actor_signed_in) AND (agency_id = ( SELECT actor_agency() AS actor_agency))))
  grant insert, select, update to concert_app

table second_signature
  id uuid not null default gen_random_uuid()
  kind text not null
  subject_type text not null
  subject_id text not null
  subject_reference text not null
  payload jsonb not null
  value_date date not null
  amount_minor bigint
  currency text
  reason text not null
  asked_by uuid not null
  asked_by_name text not null
  asked_at timestamp with time zone not null default now()
  state text not null default 'open'::text
  decided_by uuid
  decided_by_name text
  decided_at timestamp with time zone
  note text
  CHECK (((amount_minor >= 1) AND (amount_minor <= '1000000000000000'::bigint)))
  CHECK (((amount_minor IS NULL) = (currency IS NULL)))
  CHECK (((state = 'open'::text) = (decided_by IS NULL)))
  CHECK ((((state = 'open'::text) = (decided_by_name IS NULL)) AND ((state = 'open'::text) = (decided_at IS NULL))))
  CHECK (((state <> ALL (ARRAY['confirmed'::text, 'declined'::text])) OR (decided_by <> asked_by)))
  CHECK (((state <> 'withdrawn'::text) OR (decided_by = asked_by)))
  CHECK (((state = ANY (ARRAY['declined'::text, 'withdrawn'::text])) = (note IS NOT NULL)))
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  CHECK ((kind = ANY (ARRAY['write_off'::text, 'reversal'::text, 'award'::text])))
  CHECK (((length(btrim(note)) >= 1) AND (length(btrim(note)) <= 500)))
  CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)))
  CHECK ((state = ANY (ARRAY['open'::text, 'confirmed'::text, 'declined'::text, 'withdrawn'::text])))
  CHECK ((subject_type = ANY (ARRAY['pledge'::text, 'payment'::text, 'grant'::text, 'entry'::text])))
  PRIMARY KEY (id)
  CREATE INDEX second_signature_newest ON public.second_signature USING btree (asked_at DESC, id)
  CREATE UNIQUE INDEX second_signature_open ON public.second_signature USING btree (kind, subject_type, subject_id) WHERE (state = 'open'::text)
  CREATE TRIGGER decide_once BEFORE UPDATE ON public.second_signature FOR EACH ROW EXECUTE FUNCTION decide_signature_once()
  CREATE TRIGGER second_signature_is_kept BEFORE DELETE OR TRUNCATE ON public.second_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy ask for insert to concert_app with check (actor_is_system() OR (actor_has('fund_manager'::text) AND (asked_by = actor_id()) AND (state = 'open'::text)))
  policy decide for update to concert_app using actor_has('fund_manager'::text) with check (actor_is_system() OR (decided_by = actor_id()))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ( SELECT actor_has('fund_manager'::text) AS actor_has)
  grant insert, select to concert_app

table user_account
  id uuid not null default gen_random_uuid()
  name text not null
  email text not null
  email_verified boolean not null default false
  agency_id uuid
  locale text not null default 'en'::text
  is_demonstration boolean not null default false
  password_set_at timestamp with time zone
  deactivated_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  CHECK (((email = lower(email)) AND (POSITION(('@'::text) IN (email)) > 1) AND (length(email) <= 254)))
  CHECK ((locale = ANY (ARRAY['en'::text, 'fr'::text, 'es'::text, 'ru'::text, 'zh'::text, 'ar'::text])))
  CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 120)))
  FOREIGN KEY (agency_id) REFERENCES agency(id)
  PRIMARY KEY (id)
  UNIQUE (email)
  CREATE INDEX user_account_agency ON public.user_account USING btree (agency_id)
  CREATE TRIGGER nobody_promotes_themselves BEFORE UPDATE ON public.user_account FOR EACH ROW WHEN (((CURRENT_USER = 'concert_app'::name) AND (NOT actor_has('administrator'::text)) AND (((new.agency_id IS DISTINCT FROM old.agency_id) OR (new.deactivated_at IS DISTINCT FROM old.deactivated_at)) OR (new.email_verified IS DISTINCT FROM old.email_verified)))) EXECUTE FUNCTION keep_own_standing()
  policy change for update to concert_app using ((id = actor_id()) OR actor_has('administrator'::text))
  policy invite for insert to concert_app with check actor_has('administrator'::text)
  policy names for select to owner using true
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((id = actor_id()) OR actor_has('administrator'::text))
  grant insert, select to concert_app

table user_credential
  id uuid not null default gen_random_uuid()
  user_id uuid not null
  provider_id text not null
  account_id text not null
  password text
  access_token text
  refresh_token text
  id_token text
  access_token_expires_at timestamp with time zone
  refresh_token_expires_at timestamp with time zone
  scope text
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  FOREIGN KEY (user_id) REFERENCES user_account(id)
  PRIMARY KEY (id)
  UNIQUE (provider_id, account_id)
  CREATE INDEX user_credential_user ON public.user_credential USING btree (user_id)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy own for all to concert_app using ((user_id = actor_id()) OR actor_is_system())
  grant insert to concert_app

table user_link
  id uuid not null default gen_random_uuid()
  kind text not null
  token_digest text not null
  user_id uuid
  made_by uuid
  made_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  revoked_at timestamp with time zone
  CHECK (((kind = 'first_admin'::text) = (user_id IS NULL)))
  CHECK ((expires_at > made_at))
  CHECK (((used_at IS NULL) OR (revoked_at IS NULL)))
  CHECK ((kind = ANY (ARRAY['first_admin'::text, 'invite'::text, 'reset'::text])))
  CHECK ((token_digest ~ '^[0-9a-f]{64}$'::text))
  FOREIGN KEY (made_by) REFERENCES user_account(id)
  FOREIGN KEY (user_id) REFERENCES user_account(id)
  PRIMARY KEY (id)
  UNIQUE (token_digest)
  CREATE INDEX user_link_user ON public.user_link USING btree (user_id)
  policy manage for all to concert_app using actor_has('administrator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  grant insert, select to concert_app

table user_name
  id uuid
  name text
  agency_id uuid
  grant select to concert_app

table user_rate_limit
  id uuid not null default gen_random_uuid()
  key text not null
  count integer not null
  last_request bigint not null
  PRIMARY KEY (id)
  UNIQUE (key)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)

table user_role
  user_id uuid not null
  role text not null
  given_at timestamp with time zone not null default now()
  CHECK ((role = ANY (ARRAY['contributor'::text, 'focal_point'::text, 'fund_manager'::text, 'coordinator'::text, 'administrator'::text])))
  FOREIGN KEY (user_id) REFERENCES user_account(id)
  PRIMARY KEY (user_id, role)
  policy give for insert to concert_app with check actor_has('administrator'::text)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  policy read for select to concert_app using ((user_id = actor_id()) OR actor_has('administrator'::text))
  policy take for delete to concert_app using actor_has('administrator'::text)
  grant delete, insert, select to concert_app

table user_session
  id uuid not null default gen_random_uuid()
  user_id uuid not null
  token text not null
  expires_at timestamp with time zone not null
  ip_address text
  user_agent text
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  FOREIGN KEY (user_id) REFERENCES user_account(id)
  PRIMARY KEY (id)
  UNIQUE (token)
  CREATE INDEX user_session_user ON public.user_session USING btree (user_id)
  policy finish for all to concert_app using ((user_id = actor_id()) OR actor_has('administrator'::text))
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)
  grant delete to concert_app

table user_verification
  id uuid not null default gen_random_uuid()
  identifier text not null
  value text not null
  expires_at timestamp with time zone not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  PRIMARY KEY (id)
  CREATE INDEX user_verification_identifier ON public.user_verification USING btree (identifier)
  policy outside_requests for all to owner using (CURRENT_USER <> 'concert_app'::name) with check (CURRENT_USER <> 'concert_app'::name)

CREATE OR REPLACE FUNCTION public.activity_facets(kind text, level text, status text, agency_ids uuid[], pillars text[], sdg_targets text[], forms text[], audiences text[], tags text[], paragraphs text[], start_on date)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(ARRAY(SELECT ('kind:'::text || activity_facets.kind) WHERE (activity_facets.kind IS NOT NULL) UNION ALL SELECT ('level:'::text || activity_facets.level) WHERE (activity_facets.level IS NOT NULL) UNION ALL SELECT ('status:'::text || activity_facets.status) UNION ALL SELECT ('year:'::text || EXTRACT(year FROM activity_facets.start_on)) WHERE (activity_facets.start_on IS NOT NULL) UNION ALL SELECT ('agency:'::text || codes.code) FROM unnest(activity_facets.agency_ids) codes(code) UNION ALL SELECT ('pillar:'::text || codes.code) FROM unnest(activity_facets.pillars) codes(code) UNION ALL SELECT ('sdg:'::text || codes.code) FROM unnest(activity_facets.sdg_targets) codes(code) UNION ALL SELECT ('form:'::text || codes.code) FROM unnest(activity_facets.forms) codes(code) UNION ALL SELECT ('audience:'::text || codes.code) FROM unnest(activity_facets.audiences) codes(code) UNION ALL SELECT ('tag:'::text || codes.code) FROM unnest(activity_facets.tags) codes(code) UNION ALL SELECT ('paragraph:'::text || codes.code) FROM unnest(activity_facets.paragraphs) codes(code)))

CREATE OR REPLACE FUNCTION public.activity_last_day(start_on date, end_on date, status text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN COALESCE(end_on, CASE WHEN (status = ANY (ARRAY['planned'::text, 'ongoing'::text])) THEN 'infinity'::date ELSE start_on END)

CREATE OR REPLACE FUNCTION public.activity_left_out()
 RETURNS TABLE(reason text, rows bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT
         CASE
             WHEN (activity.relevance = 'pending'::text) THEN 'awaiting_review'::text
             WHEN (activity.relevance = 'not_relevant'::text) THEN 'not_relevant'::text
             WHEN (activity.relevance = 'joined'::text) THEN 'joined'::text
             WHEN (activity.visibility = 'draft'::text) THEN 'draft'::text
             ELSE 'not_public'::text
         END AS "case",
     count(*) AS count
    FROM activity
   WHERE (NOT (activity.counted AND (activity.audience = 'public'::text)))
   GROUP BY
         CASE
             WHEN (activity.relevance = 'pending'::text) THEN 'awaiting_review'::text
             WHEN (activity.relevance = 'not_relevant'::text) THEN 'not_relevant'::text
             WHEN (activity.relevance = 'joined'::text) THEN 'joined'::text
             WHEN (activity.visibility = 'draft'::text) THEN 'draft'::text
             ELSE 'not_public'::text
         END
   ORDER BY
         CASE
             WHEN (activity.relevance = 'pending'::text) THEN 'awaiting_review'::text
             WHEN (activity.relevance = 'not_relevant'::text) THEN 'not_relevant'::text
             WHEN (activity.relevance = 'joined'::text) THEN 'joined'::text
             WHEN (activity.visibility = 'draft'::text) THEN 'draft'::text
             ELSE 'not_public'::text
         END;
END

CREATE OR REPLACE FUNCTION public.activity_tally_keys(audience text, counted boolean, facets tsvector)
 RETURNS TABLE(scope text, dimension text, key text)
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT s.scope,
     k.dimension,
     k.key
    FROM (( VALUES ('group'::text,activity_tally_keys.counted), ('public'::text,(activity_tally_keys.audience = 'public'::text))) s(scope, holds)
      CROSS JOIN LATERAL ( SELECT 'total'::text AS "?column?",
             'all'::text AS "?column?"
         UNION ALL
          SELECT split_part(f.lexeme, ':'::text, 1) AS split_part,
             substr(f.lexeme, (strpos(f.lexeme, ':'::text) + 1)) AS substr
            FROM unnest(activity_tally_keys.facets) f(lexeme, positions, weights)
           WHERE (f.lexeme !~~ 'paragraph:%'::text)
         UNION ALL
          SELECT d.dimension,
             'none'::text
            FROM unnest(ARRAY['pillar'::text, 'kind'::text, 'year'::text]) d(dimension)
           WHERE (NOT (EXISTS ( SELECT
                    FROM unnest(activity_tally_keys.facets) f(lexeme, positions, weights)
                   WHERE (split_part(f.lexeme, ':'::text, 1) = d.dimension))))) k(dimension, key))
   WHERE s.holds;
END

CREATE OR REPLACE FUNCTION public.actor_agency()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('concert.actor_agency'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION public.actor_has(role text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (actor_is_system() OR (role = ANY (string_to_array(COALESCE(current_setting('concert.actor_roles'::text, true), ''::text), ','::text))))

CREATE OR REPLACE FUNCTION public.actor_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('concert.actor_id'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION public.actor_is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((current_setting('concert.actor_kind'::text, true) = 'system'::text), false)

CREATE OR REPLACE FUNCTION public.actor_signed_in()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((current_setting('concert.actor_kind'::text, true) = ANY (ARRAY['system'::text, 'person'::text])), false)

CREATE OR REPLACE FUNCTION public.admit_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    declare
      next bigint := lock_journal();
    begin
      if new.number <> next then
        raise exception 'entry % is not the next one, %', new.number, next using errcode = 'check_violation';
      end if;
      if exists (select from closed_period where until_on >= new.value_date) then
        raise exception 'the period of % is closed', new.value_date using errcode = 'check_violation';
      end if;
      if exists (select from journal_entry where number = new.reverses and reverses is not null) then
        raise exception 'entry % is a reversal and cannot be reversed', new.reverses using errcode = 'check_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.agencies_awaiting_confirmation()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT count(DISTINCT a.id) AS count
    FROM (agency a
      JOIN agency_membership m ON (((m.agency_id = a.id) AND (m.role = ANY (ARRAY['coordinator'::text, 'chair'::text, 'member'::text])))))
   WHERE (((m.basis = 'unverified'::text) AND (m.confirmed_at IS NULL)) OR ((a.basis = 'unverified'::text) AND (a.confirmed_at IS NULL)));
END

CREATE OR REPLACE FUNCTION public.announcements_of(wanted uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (COALESCE(sum(sign((l.amount_minor)::double precision)), (0)::double precision))::bigint AS "coalesce"
    FROM ((journal_line l
      JOIN journal_entry e ON ((e.number = l.entry_number)))
      LEFT JOIN journal_entry o ON ((o.number = e.reverses)))
   WHERE ((l.pledge_id = announcements_of.wanted) AND (l.account = 'announced'::text) AND (COALESCE(o.kind, e.kind) = 'pledge_announced'::text));
END

CREATE OR REPLACE FUNCTION public.carry_out_donor_merge()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      perform lock_journal();
      if exists (select from donor where id = new.into_id and merged_into is not null)
        or exists (select from donor where merged_into = new.from_id) then
        raise exception 'a donor is merged into one that stands for itself, once' using errcode = 'check_violation';
      end if;
      if exists (
        select from donor f join donor t on t.id = new.into_id where f.id = new.from_id and f.anonymous <> t.anonymous
      ) then
        raise exception 'a named and an anonymous donor' using errcode = 'check_violation';
      end if;
      update donor set merged_into = new.into_id where id = new.from_id;
      insert into donor_move (merge_id, from_id, into_id, pledge_id, payment_id, name_id, name_role)
      select new.id, new.from_id, new.into_id, r.pledge_id, r.payment_id, r.name_id, r.name_role
      from (
        select id as pledge_id, null::uuid as payment_id, null::uuid as name_id, null as name_role
        from pledge where donor_id = new.from_id
        union all
        select null, id, null, null from payment where donor_id = new.from_id
        union all
        -- A name by which the other one goes already stays behind.
        select null, null, n.id, n.role from (
          select distinct on (language, name, since) * from donor_name where donor_id = new.from_id
          order by language, name, since, role = 'main' desc
        ) n
        where not exists (
          select from donor_name k where k.donor_id = new.into_id and k.role = 'also' and k.language = n.language
            and k.name = n.name and k.since is not distinct from n.since)
      ) r;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.carry_out_donor_merge_undone()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      perform lock_journal();
      if old.undone_at is not null or new.undone_at is null then
        raise exception 'a merge is undone once' using errcode = 'restrict_violation';
      end if;
      update donor set merged_into = null where id = new.from_id;
      insert into donor_move (merge_id, is_back, from_id, into_id, pledge_id, payment_id, name_id, name_role)
      select merge_id, true, into_id, from_id, pledge_id, payment_id, name_id, name_role
      from donor_move where merge_id = new.id and not is_back;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.carry_out_donor_moves()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    declare
      wanted bigint := (select count(*) from new_moves);
      moved bigint := 0;
      part bigint;
    begin
      perform lock_journal();
      if exists (
        select from new_moves v join donor f on f.id = v.from_id join donor t on t.id = v.into_id
        where f.anonymous <> t.anonymous
      ) then
        raise exception 'a move between a named and an anonymous donor' using errcode = 'check_violation';
      end if;

      update pledge p set donor_id = v.into_id from new_moves v where p.id = v.pledge_id and p.donor_id = v.from_id;
      get diagnostics part = row_count;
      moved := moved + part;
      update payment m set donor_id = v.into_id from new_moves v where m.id = v.payment_id and m.donor_id = v.from_id;
      get diagnostics part = row_count;
      moved := moved + part;
      update donor_name n set donor_id = v.into_id, role = case when v.is_back then v.name_role else 'also' end
      from new_moves v where n.id = v.name_id and n.donor_id = v.from_id;
      get diagnostics part = row_count;
      moved := moved + part;
      if moved <> wanted then
        raise exception 'a record is not of the donor from whom it moves' using errcode = 'check_violation';
      end if;
      if exists (
        select from allocation a
        join pledge p on p.id = a.pledge_id join payment m on m.id = a.payment_id
        where a.undone_by is null and p.donor_id <> m.donor_id and (
          a.pledge_id in (select pledge_id from new_moves) or a.payment_id in (select payment_id from new_moves))
      ) then
        raise exception 'a payment and the pledge that it pays are of one donor' using errcode = 'check_violation';
      end if;

      update public_pledge s set donor_id = v.into_id from new_moves v where s.pledge_id = v.pledge_id and s.donor_id = v.from_id;

      insert into fund_tally as t
        (dimension, key, announced_usd, formalised_usd, received_usd, outstanding_usd, pledges)
      select 'donor', case when d.anonymous then 'anonymous' else d.id::text end, sum(s.sign * b.announced_usd),
        sum(s.sign * b.formalised_usd), sum(s.sign * b.received_usd), 0, sum(s.sign * c.announced)
      from new_moves v
      join pledge_balance b on b.pledge_id = v.pledge_id
      cross join lateral announcements_of(v.pledge_id) c (announced)
      cross join lateral (values (v.from_id, -1), (v.into_id, 1)) s (donor_id, sign)
      join donor d on d.id = s.donor_id
      group by 1, 2 order by 1, 2
      on conflict (dimension, key) do update set
        announced_usd = t.announced_usd + excluded.announced_usd, formalised_usd = t.formalised_usd + excluded.formalised_usd,
        received_usd = t.received_usd + excluded.received_usd, pledges = t.pledges + excluded.pledges;

      insert into fund_month_tally as t
        (month, dimension, key, announced_usd, formalised_usd, received_usd, outstanding_usd)
      select date_trunc('month', e.value_date)::date, 'donor', s.donor_id::text,
        coalesce(sum(s.sign * l.usd_minor) filter (where l.account = 'announced'), 0),
        coalesce(-sum(s.sign * l.usd_minor) filter (where l.account = 'pledge_income'), 0),
        coalesce(sum(s.sign * l.usd_minor) filter (where l.account = 'unallocated'), 0),
        coalesce(sum(s.sign * l.usd_minor) filter (where l.account = 'receivable'), 0)
      from new_moves v
      join journal_line l on l.pledge_id = v.pledge_id
      join journal_entry e on e.number = l.entry_number
      cross join lateral (values (v.from_id, -1), (v.into_id, 1)) s (donor_id, sign)
      where l.account in ('announced', 'pledge_income', 'unallocated', 'receivable')
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (month, dimension, key) do update set
        announced_usd = t.announced_usd + excluded.announced_usd, formalised_usd = t.formalised_usd + excluded.formalised_usd,
        received_usd = t.received_usd + excluded.received_usd, outstanding_usd = t.outstanding_usd + excluded.outstanding_usd;

      -- The donors who announced are counted by the trigger on these rows.
      update donor_balance b set
        pledges = b.pledges + d.pledges, announced_usd = b.announced_usd + d.announced,
        formalised_usd = b.formalised_usd + d.formalised, received_usd = b.received_usd + d.received,
        outstanding_usd = b.outstanding_usd + d.outstanding, unallocated_usd = b.unallocated_usd + d.unallocated
      from (
        select s.donor_id, coalesce(sum(s.sign * c.announced), 0)::integer as pledges,
          coalesce(sum(s.sign * p.announced_usd), 0)::bigint as announced,
          coalesce(sum(s.sign * p.formalised_usd), 0)::bigint as formalised,
          coalesce(sum(s.sign * p.received_usd), 0)::bigint as received,
          coalesce(sum(s.sign * p.receivable_usd), 0)::bigint as outstanding,
          coalesce(sum(s.sign * m.unallocated_usd), 0)::bigint as unallocated
        from new_moves v
        left join pledge_balance p on p.pledge_id = v.pledge_id
        left join payment_balance m on m.payment_id = v.payment_id
        cross join lateral announcements_of(v.pledge_id) c (announced)
        cross join lateral (values (v.from_id, -1), (v.into_id, 1)) s (donor_id, sign)
        group by s.donor_id
      ) d
      where b.donor_id = d.donor_id;

      delete from fund_tally t using (select distinct from_id from new_moves) v
      where t.dimension = 'donor' and t.key = v.from_id::text
        and not exists (select from pledge p where p.donor_id = v.from_id and p.kind = 'money');
      delete from fund_month_tally t using (select distinct from_id from new_moves) v
      where t.dimension = 'donor' and t.key = v.from_id::text and not exists (
        select from pledge p join journal_line l on l.pledge_id = p.id join journal_entry e on e.number = l.entry_number
        where p.donor_id = v.from_id and l.account in ('announced', 'pledge_income', 'unallocated', 'receivable')
          and e.value_date >= t.month and e.value_date < t.month + interval '1 month');
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.check_bank_list_sums()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if exists (
        select from bank_list b
        where b.id = new.id and (b.row_count, b.sum_minor) is distinct from (
          select (count(*)::integer, coalesce(sum(r.amount_minor), 0)::bigint)
          from bank_list_row r where r.bank_list_id = b.id)
      ) then
        raise exception 'the lines of a bank list do not add up to its totals' using errcode = 'check_violation';
      end if;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.check_closing_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if new.until_on > (now() at time zone 'UTC')::date then
        raise exception 'the period until % is not over', new.until_on using errcode = 'check_violation';
      end if;
      if exists (select from closed_period where until_on >= new.until_on) then
        raise exception 'the period until % is closed', new.until_on using errcode = 'check_violation';
      end if;
      if new.entry_number is not null and not exists (
        select from journal_entry
        where number = new.entry_number and kind = 'period_closed' and value_date = new.until_on
      ) then
        raise exception 'entry % closes no period until %', new.entry_number, new.until_on
          using errcode = 'check_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.check_entry_balances()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if exists (
        select from journal_line where entry_number = new.entry_number
        group by grouping sets ((currency), ())
        having case when grouping(currency) = 0 then sum(amount_minor) else sum(usd_minor) end <> 0
          or grouping(currency) = 1 and sum(usd_minor) filter (where account = 'conversion') <> 0
      ) then
        raise exception 'entry % does not balance', new.entry_number using errcode = 'check_violation';
      end if;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.check_entry_signed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if not exists (select from second_signature where id = new.second_signature_id and state = 'confirmed') then
        raise exception 'entry % lacks the confirmation of a second officer', new.number using errcode = 'check_violation';
      end if;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.check_entry_whole()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if (select count(*) from journal_line where entry_number = new.number) < 2 then
        raise exception 'entry % has no lines', new.number using errcode = 'check_violation';
      end if;
      if new.reverses is not null and exists (
        with original as (
          select account, bank_account_id, currency, -amount_minor, -usd_minor, pledge_id, payment_id, grant_id,
            donor_id, instalment_id
          from journal_line where entry_number = new.reverses
        ), mirror as (
          select account, bank_account_id, currency, amount_minor, usd_minor, pledge_id, payment_id, grant_id,
            donor_id, instalment_id
          from journal_line where entry_number = new.number
        )
        (select * from original except all select * from mirror)
        union all
        (select * from mirror except all select * from original)
      ) then
        raise exception 'entry % is no mirror of entry %', new.number, new.reverses using errcode = 'check_violation';
      end if;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.check_grant_plan_sums()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if exists (
        select from fund_grant g
        join lateral (select sum(i.amount_minor) as planned from grant_instalment i where i.grant_id = g.id) p on true
        where g.id = coalesce(new.grant_id, old.grant_id) and p.planned <> g.approved_minor
      ) then
        raise exception 'the instalments do not add up to what is approved' using errcode = 'check_violation';
      end if;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.check_match_stands()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if exists (select from journal_entry where reverses = new.entry_number)
        or not exists (select from extract_row where document = new.document) then
        raise exception 'a match is between a document and an entry that stand' using errcode = 'check_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.check_schedule_sums()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if exists (
        select from pledge p
        where p.id = coalesce(new.pledge_id, old.pledge_id)
          and p.scheduled_minor <> (select coalesce(sum(i.amount_minor), 0) from instalment i where i.pledge_id = p.id)
      ) then
        raise exception 'the instalments do not add up to what is scheduled' using errcode = 'check_violation';
      end if;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.clear_activity()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      delete from activity_place where activity_id = old.id;
      delete from activity_agency where activity_id = old.id;
      return old;
    end $function$

CREATE OR REPLACE FUNCTION public.close_after_postings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      perform lock_journal();
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.count_announcing_donors()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      update fund_tally t set donors = t.donors + case when new.pledges > 0 then 1 else -1 end
      from donor d
      where d.id = new.donor_id and (t.dimension, t.key) in (
        ('total', 'all'), ('donor', case when d.anonymous then 'anonymous' else d.id::text end));
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.count_round_reports(round uuid)
 RETURNS TABLE(received integer, awaited integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT (count(*) FILTER (WHERE (r.state = 'cleared'::text)))::integer AS count,
     (count(*) FILTER (WHERE ((r.state <> 'cleared'::text) AND r.expected)))::integer AS count
    FROM round_report r
   WHERE ((r.round_id = count_round_reports.round) AND actor_signed_in());
END

CREATE OR REPLACE FUNCTION public.cover_activity_area_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      
    insert into coverage_tally (place_code, dimension, code, status, agency_id, count)
    select place_code, dimension, code, status, agency_id, sum(sign) from (
    select -1 as sign, k.* from old_rows r
    join activity a on a.id = r.activity_id
    cross join lateral coverage_keys(r.place_code, a.counted, a.status, a.kind, a.pillars, a.forms, a.agency_ids) k
    where r.scope = 'group') difference
    group by place_code, dimension, code, status, agency_id having sum(sign) <> 0;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.cover_activity_area_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      
    insert into coverage_tally (place_code, dimension, code, status, agency_id, count)
    select place_code, dimension, code, status, agency_id, sum(sign) from (
    select 1 as sign, k.* from new_rows r
    join activity a on a.id = r.activity_id
    cross join lateral coverage_keys(r.place_code, a.counted, a.status, a.kind, a.pillars, a.forms, a.agency_ids) k
    where r.scope = 'group') difference
    group by place_code, dimension, code, status, agency_id having sum(sign) <> 0;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.cover_activity_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      
    insert into coverage_tally (place_code, dimension, code, status, agency_id, count)
    select place_code, dimension, code, status, agency_id, sum(sign) from (
    select -1 as sign, k.* from old_rows a
    join activity_area r on r.activity_id = a.id and r.scope = 'group'
    cross join lateral coverage_keys(r.place_code, a.counted, a.status, a.kind, a.pillars, a.forms, a.agency_ids) k union all 
    select 1 as sign, k.* from new_rows a
    join activity_area r on r.activity_id = a.id and r.scope = 'group'
    cross join lateral coverage_keys(r.place_code, a.counted, a.status, a.kind, a.pillars, a.forms, a.agency_ids) k) difference
    group by place_code, dimension, code, status, agency_id having sum(sign) <> 0;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.coverage_keys(place text, counted boolean, work_status text, work_kind text, work_pillars text[], work_forms text[], agencies uuid[])
 RETURNS TABLE(place_code text, dimension text, code text, status text, agency_id uuid)
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT coverage_keys.place AS place,
     d.dimension,
     d.code,
     coverage_keys.work_status AS work_status,
     g.agency_id
    FROM (( SELECT 'whole'::text AS "?column?",
             'all'::text AS "?column?"
         UNION
          SELECT 'kind'::text,
             coverage_keys.work_kind AS work_kind
           WHERE (coverage_keys.work_kind IS NOT NULL)
         UNION
          SELECT 'pillar'::text,
             one.one
            FROM unnest(coverage_keys.work_pillars) one(one)
         UNION
          SELECT 'form'::text,
             one.one
            FROM unnest(coverage_keys.work_forms) one(one)) d(dimension, code)
      CROSS JOIN ( SELECT NULL::uuid AS uuid
         UNION
          SELECT unnest(coverage_keys.agencies) AS unnest) g(agency_id))
   WHERE (coverage_keys.counted AND (coverage_keys.work_status = ANY (ARRAY['planned'::text, 'ongoing'::text])));
END

CREATE OR REPLACE FUNCTION public.decide_signature_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if old.state <> 'open' or (to_jsonb(old) - array['state', 'decided_by', 'decided_by_name', 'decided_at', 'note'])
        is distinct from (to_jsonb(new) - array['state', 'decided_by', 'decided_by_name', 'decided_at', 'note']) then
        raise exception 'a second signature is asked for once and decided once' using errcode = 'restrict_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.end_match_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if old.ended_at is not null
        or (to_jsonb(old) - array['ended_at', 'ended_by', 'ended_by_name', 'end_reason'])
        is distinct from (to_jsonb(new) - array['ended_at', 'ended_by', 'ended_by_name', 'end_reason']) then
        raise exception 'a match is made once and ended once' using errcode = 'restrict_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.end_matches_of_reversed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      update reconciliation_match set ended_at = clock_timestamp(), ended_by = new.actor_id,
        ended_by_name = new.actor_name, end_reason = new.reason
      where entry_number = new.reverses and ended_at is null;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.fold_activity_tally()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if exists (select from new_rows where not folded and id % 2000 = 0)
        and pg_try_advisory_xact_lock(hashtext('activity_tally')) then
        with gone as (delete from activity_tally returning scope, dimension, key, count)
        insert into activity_tally (scope, dimension, key, count, folded)
        select scope, dimension, key, sum(count), true from gone group by scope, dimension, key having sum(count) <> 0;
      end if;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.fold_coverage_tally()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if exists (select from new_rows where not folded and id % 5000 = 0)
        and pg_try_advisory_xact_lock(hashtext('coverage_tally')) then
        with loose as materialized (
          select distinct place_code, dimension, status, code, agency_id from coverage_tally where not folded
        ), gone as (
          delete from coverage_tally t using loose l
          where t.place_code = l.place_code and t.dimension = l.dimension and t.status = l.status and t.code = l.code
            and t.agency_id is not distinct from l.agency_id
          returning t.place_code, t.dimension, t.code, t.status, t.agency_id, t.count
        )
        insert into coverage_tally (place_code, dimension, code, status, agency_id, count, folded)
        select place_code, dimension, code, status, agency_id, sum(count), true from gone
        group by 1, 2, 3, 4, 5 having sum(count) <> 0;
      end if;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.fold_paragraph_agency_tally()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if exists (select from new_rows where not folded and id % 2000 = 0)
        and pg_try_advisory_xact_lock(hashtext('paragraph_agency_tally')) then
        with gone as (delete from paragraph_agency_tally returning number, agency_id, year, count)
        insert into paragraph_agency_tally (number, agency_id, year, count, folded)
        select number, agency_id, year, sum(count), true from gone group by 1, 2, 3 having sum(count) <> 0;
      end if;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.fold_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN btrim(regexp_replace(lower(translate(regexp_replace(NORMALIZE(value, NFKD), '[̀-ͯ҃-҇ؐ-ؚـً-ٰٟۖ-ۜ۟-۪ۨ-ۭ]'::text, ''::text, 'g'::text), 'ٱىة'::text, 'ايه'::text)), '[^[:alnum:]]+'::text, ' '::text, 'g'::text))

CREATE OR REPLACE FUNCTION public.follow_extract_rows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      perform refresh_reconciliation_lines(array(select document from rows), '{}');
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.follow_journal_items()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    declare
      posted bigint[] := array(
        select number from journal_entry where number in (select entry_number from new_lines)
          and kind in ('payment_received', 'payment_refunded', 'grant_disbursed', 'grant_refunded',
            'support_cost_charged', 'interest_received', 'bank_converted', 'period_closed'));
      reversed bigint[] := array(
        select reverses from journal_entry where number in (select entry_number from new_lines) and reverses is not null);
    begin
      if cardinality(posted) > 0 then
        insert into reconciliation_line (document, entry_number, kind, row_on, here_on, entry_kind, payment_id, here_minor, here_currency,
  here_usd, there_minor, there_currency, there_usd)
        select null, entry_number, kind, null, here_on, entry_kind, payment_id, here_minor, here_currency, here_usd,
          null, null, null
        from reconciliation_item where entry_number = any (posted);
      end if;
      if cardinality(reversed) > 0 then perform refresh_reconciliation_lines('{}', reversed); end if;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.follow_matches()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      perform refresh_reconciliation_lines(array(select document from rows), array(select entry_number from rows));
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.follow_mistaken_announcements()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      update public_pledge set mistaken = true
      where pledge_id in (
        select l.pledge_id from journal_line l join journal_entry o on o.number = l.entry_number
        where o.number = new.reverses and o.kind = 'pledge_announced');
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.follow_pledge_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      update public_pledge set
        announced_minor = new.announced_minor, announced_usd = new.announced_usd,
        formalised_minor = new.formalised_minor, formalised_usd = new.formalised_usd,
        received_minor = new.received_minor, received_usd = new.received_usd
      where pledge_id = new.pledge_id;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.follow_pledge_outcome()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if exists (select from pledge p where p.id = new.pledge_id and (p.kind = 'money' or p.announced_on > new."on")) then
        raise exception 'an outcome is recorded of a pledge that is not money, from its announcement on'
          using errcode = 'check_violation';
      end if;
      update public_pledge set
        delivered_on = case when new.outcome like 'delivered%' then new."on" end,
        delivered_in_part = new.outcome like 'delivered_in_part%'
      where pledge_id = new.pledge_id;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.grant_pools_told()
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(COALESCE(p.pools, '[]'::jsonb) ORDER BY r.number), '[]'::jsonb) AS "coalesce"
    FROM (people_release r
      LEFT JOIN LATERAL ( SELECT jsonb_agg(q.pool ORDER BY q."position") AS pools
            FROM ( SELECT m."position",
                     jsonb_build_object('position', m."position", 'firstCallId', m.first_call_id, 'lastCallId', m.last_call_id, 'members', jsonb_agg(jsonb_build_object('grantId', m.grant_id, 'visibility', m.visibility, 'awardedUsd', m.awarded_usd, 'disbursedUsd', m.disbursed_usd) ORDER BY m.grant_id)) AS pool
                    FROM grant_pool_member m
                   WHERE (m.release_number = r.number)
                   GROUP BY m."position", m.first_call_id, m.last_call_id) q) p ON (true));
END

CREATE OR REPLACE FUNCTION public.grants_to_release()
 RETURNS TABLE(grants jsonb, history jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if not (actor_is_system() or actor_has('coordinator')) then
        raise exception 'permission denied: grants';
      end if;
      return query select
        (select coalesce(jsonb_agg(jsonb_build_object('grantId', g.id, 'callId', g.call_id, 'visibility', g.visibility,
            'wasPublic', g.was_public, 'awardedUsd', b.awarded_usd - b.cut_usd,
            'disbursedUsd', b.disbursed_usd - b.refunded_usd) order by g.reference), '[]')
          from fund_grant g join grant_balance b on b.grant_id = g.id where b.awarded_minor > 0),
        grant_pools_told();
    end $function$

CREATE OR REPLACE FUNCTION public.joint_reference(wanted text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      with recursive way (id, reference, depth) as (
        select a.id, a.reference, 0 from activity a
        where a.reference = wanted and a.relevance = 'joined' and (actor_signed_in() or a.visibility = 'public')
        union all
        select k.id, k.reference, way.depth + 1
        from way join activity_join j on j.joined_id = way.id and j.state = 'joined'
        join activity k on k.id = j.kept_id
        where way.depth < 20
      )
      select reference from way where depth > 0 order by depth desc limit 1
    $function$

CREATE OR REPLACE FUNCTION public.keep_bank_account_balances()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      update bank_account_balance b set held_minor = b.held_minor + d.minor, held_usd = b.held_usd + d.usd
      from (
        select bank_account_id, sum(amount_minor)::bigint as minor, sum(usd_minor)::bigint as usd
        from new_lines where account = 'cash' group by 1
      ) d
      where b.bank_account_id = d.bank_account_id;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_block_tallies()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      perform tally_block((entry_number / 32768 - 1)::integer)
      from (select distinct entry_number from new_lines where entry_number % 32768 = 0) completed;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_cohort_tally()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      insert into cohort_tally as t (meeting_id, months, pledges, announced_usd, formalised_usd, received_usd)
      select meeting_id, months, sum(sign)::integer, sum(sign * announced_usd), sum(sign * formalised_usd),
        sum(sign * received_usd)
      from (
        select 1 as sign, n.* from new_rows n where n.announced_usd > 0
        union all
        select -1, o.* from old_rows o where o.announced_usd > 0
      ) changed
      group by 1, 2 order by 1, 2
      on conflict (meeting_id, months) do update set
        pledges = t.pledges + excluded.pledges, announced_usd = t.announced_usd + excluded.announced_usd,
        formalised_usd = t.formalised_usd + excluded.formalised_usd, received_usd = t.received_usd + excluded.received_usd;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_cohorts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      insert into pledge_milestone (pledge_id, months, meeting_id, announced_minor, announced_usd)
      select t.pledge_id, k.months, t.meeting_id, t.announced_minor, t.announced_usd
      from (
  select l.pledge_id, p.meeting_id, m.starts_on,
    case when l.account = 'receivable' then y.received_on else e.value_date end as "on",
    case when l.account = 'announced' then l.amount_minor else 0 end as announced_minor,
    case when l.account = 'announced' then l.usd_minor else 0 end as announced_usd,
    case when l.account = 'pledge_income' then -l.amount_minor else 0 end as formalised_minor,
    case when l.account = 'receivable' then -l.amount_minor else 0 end as received_minor from new_lines l 
  join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
  join pledge p on p.id = l.pledge_id
  join meeting m on m.id = p.meeting_id
  left join payment y on y.id = l.payment_id
  where m.starts_on is not null and (
    l.account = 'announced' and coalesce(o.kind, e.kind) = 'pledge_announced'
    or l.account = 'pledge_income' or l.account = 'receivable' and l.payment_id is not null)) t
      cross join (values (6), (12), (24), (48)) k (months)
      where t.announced_minor > 0;

      update pledge_milestone s set
        announced_usd = s.announced_usd + d.announced_usd,
        formalised_minor = s.formalised_minor + d.formalised_minor,
        received_minor = s.received_minor + d.received_minor
      from (
        select t.pledge_id, k.months,
          coalesce(sum(t.announced_usd) filter (where t.announced_minor < 0), 0)::bigint as announced_usd,
          coalesce(sum(t.formalised_minor) filter (where t."on" <= t.starts_on + make_interval(months => k.months)), 0)::bigint
            as formalised_minor,
          coalesce(sum(t.received_minor) filter (where t."on" <= t.starts_on + make_interval(months => k.months)), 0)::bigint
            as received_minor
        from (
  select l.pledge_id, p.meeting_id, m.starts_on,
    case when l.account = 'receivable' then y.received_on else e.value_date end as "on",
    case when l.account = 'announced' then l.amount_minor else 0 end as announced_minor,
    case when l.account = 'announced' then l.usd_minor else 0 end as announced_usd,
    case when l.account = 'pledge_income' then -l.amount_minor else 0 end as formalised_minor,
    case when l.account = 'receivable' then -l.amount_minor else 0 end as received_minor from new_lines l 
  join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
  join pledge p on p.id = l.pledge_id
  join meeting m on m.id = p.meeting_id
  left join payment y on y.id = l.payment_id
  where m.starts_on is not null and (
    l.account = 'announced' and coalesce(o.kind, e.kind) = 'pledge_announced'
    or l.account = 'pledge_income' or l.account = 'receivable' and l.payment_id is not null)) t
        cross join (values (6), (12), (24), (48)) k (months)
        group by 1, 2
      ) d
      where s.pledge_id = d.pledge_id and s.months = d.months
        and (d.announced_usd, d.formalised_minor, d.received_minor) <> (0, 0, 0);
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_extract_versions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if to_jsonb(old) - 'is_newest' is distinct from to_jsonb(new) - 'is_newest' or not old.is_newest then
        raise exception 'what an extract said is kept' using errcode = 'restrict_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_fund_balances()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if exists (
        select from new_lines l
        left join pledge p on p.id = l.pledge_id
        left join payment m on m.id = l.payment_id
        left join bank_account b on b.id = l.bank_account_id
        where case
          when l.account in ('announced', 'conditional', 'receivable', 'pledge_income', 'promises') and l.pledge_id is not null
            then l.currency is distinct from p.currency
          when l.account = 'unallocated' then l.currency <> m.currency
          when l.account = 'cash' then l.currency <> b.currency
          else false end
      ) then
        raise exception 'a line is not in the currency of what it is about' using errcode = 'check_violation';
      end if;

      update pledge_balance b set
        announced_minor = b.announced_minor + d.announced_minor, announced_usd = b.announced_usd + d.announced_usd,
        formalised_minor = b.formalised_minor + d.formalised_minor, formalised_usd = b.formalised_usd + d.formalised_usd,
        conditional_minor = b.conditional_minor + d.conditional_minor, conditional_usd = b.conditional_usd + d.conditional_usd,
        receivable_minor = b.receivable_minor + d.receivable_minor, receivable_usd = b.receivable_usd + d.receivable_usd,
        received_minor = b.received_minor + d.received_minor, received_usd = b.received_usd + d.received_usd,
        reduced_minor = b.reduced_minor + d.reduced_minor, reduced_usd = b.reduced_usd + d.reduced_usd,
        written_off_minor = b.written_off_minor + d.written_off_minor, written_off_usd = b.written_off_usd + d.written_off_usd
      from (
        select l.pledge_id,
          coalesce(sum(l.amount_minor) filter (where l.account = 'announced'), 0)::bigint as announced_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'announced'), 0)::bigint as announced_usd,
          coalesce(-sum(l.amount_minor) filter (where l.account = 'pledge_income'), 0)::bigint as formalised_minor,
          coalesce(-sum(l.usd_minor) filter (where l.account = 'pledge_income'), 0)::bigint as formalised_usd,
          coalesce(sum(l.amount_minor) filter (where l.account = 'conditional'), 0)::bigint as conditional_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'conditional'), 0)::bigint as conditional_usd,
          coalesce(sum(l.amount_minor) filter (where l.account = 'receivable'), 0)::bigint as receivable_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'receivable'), 0)::bigint as receivable_usd,
          coalesce(-sum(l.amount_minor) filter (where l.account = 'receivable' and l.payment_id is not null), 0)::bigint
            as received_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'unallocated'), 0)::bigint as received_usd,
          coalesce(sum(l.amount_minor) filter (where l.account = 'pledge_income' and k.lessens), 0)::bigint as reduced_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'pledge_income' and k.lessens), 0)::bigint as reduced_usd,
          coalesce(sum(l.amount_minor) filter (where l.account = 'written_off'), 0)::bigint as written_off_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'written_off'), 0)::bigint as written_off_usd
        from new_lines l
        join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
        cross join lateral (select coalesce(o.kind, e.kind) in ('pledge_reduced', 'pledge_withdrawn') as lessens) k
        where l.pledge_id is not null
        group by l.pledge_id
      ) d
      where b.pledge_id = d.pledge_id;

      update instalment i set paid_minor = i.paid_minor + d.paid
      from (
        select instalment_id, -sum(amount_minor)::bigint as paid from new_lines
        where account = 'receivable' and payment_id is not null and instalment_id is not null
        group by instalment_id
      ) d
      where i.id = d.instalment_id;

      update payment_balance b set
        received_usd = b.received_usd + d.received_usd,
        unallocated_minor = b.unallocated_minor + d.unallocated_minor, unallocated_usd = b.unallocated_usd + d.unallocated_usd
      from (
        select l.payment_id,
          coalesce(-sum(l.usd_minor) filter (where coalesce(o.kind, e.kind) = 'payment_received'), 0)::bigint as received_usd,
          -sum(l.amount_minor)::bigint as unallocated_minor,
          -sum(l.usd_minor)::bigint as unallocated_usd
        from new_lines l
        join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
        where l.account = 'unallocated'
        group by l.payment_id
      ) d
      where b.payment_id = d.payment_id;

      insert into fund_tally as t
        (dimension, key, announced_usd, formalised_usd, received_usd, outstanding_usd, pledges)
      select k.dimension, k.key, sum(k.announced), sum(k.formalised), sum(k.received), sum(k.outstanding), sum(k.pledges)
      from new_lines l
      join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
      join pledge p on p.id = l.pledge_id
      join donor d on d.id = p.donor_id
      left join payment m on m.id = l.payment_id
      cross join lateral (select
        case when l.account = 'announced' then l.usd_minor else 0 end as announced,
        case when l.account = 'pledge_income' then -l.usd_minor else 0 end as formalised,
        case when l.account = 'unallocated' then l.usd_minor else 0 end as received,
        case when l.account = 'receivable' then l.usd_minor else 0 end as outstanding,
        case when l.account = 'announced' and coalesce(o.kind, e.kind) = 'pledge_announced'
          then sign(l.amount_minor)::integer else 0 end as pledges
      ) v
      cross join lateral (values
        ('total', 'all', v.announced, v.formalised, v.received, v.outstanding, v.pledges),
        ('donor', case when d.anonymous then 'anonymous' else d.id::text end,
          v.announced, v.formalised, v.received, 0, v.pledges),
        ('meeting', p.meeting_id::text, v.announced, v.formalised, v.received, 0, v.pledges),
        ('year', extract(year from e.value_date)::text, v.announced, v.formalised, 0, 0, v.pledges),
        ('year', extract(year from m.received_on)::text, 0, 0, v.received, 0, 0)
      ) k (dimension, key, announced, formalised, received, outstanding, pledges)
      where l.account in ('announced', 'pledge_income', 'unallocated', 'receivable') and k.key is not null
      group by 1, 2 order by 1, 2
      on conflict (dimension, key) do update set
        announced_usd = t.announced_usd + excluded.announced_usd, formalised_usd = t.formalised_usd + excluded.formalised_usd,
        received_usd = t.received_usd + excluded.received_usd, outstanding_usd = t.outstanding_usd + excluded.outstanding_usd,
        pledges = t.pledges + excluded.pledges;

      update donor_balance b set
        pledges = b.pledges + d.pledges, announced_usd = b.announced_usd + d.announced,
        formalised_usd = b.formalised_usd + d.formalised, received_usd = b.received_usd + d.received,
        outstanding_usd = b.outstanding_usd + d.outstanding, unallocated_usd = b.unallocated_usd + d.unallocated
      from (
        select coalesce(p.donor_id, m.donor_id) as donor_id,
          coalesce(sum(sign(l.amount_minor)) filter (
            where l.account = 'announced' and coalesce(o.kind, e.kind) = 'pledge_announced'), 0)::integer as pledges,
          coalesce(sum(l.usd_minor) filter (where l.account = 'announced'), 0)::bigint as announced,
          coalesce(-sum(l.usd_minor) filter (where l.account = 'pledge_income' and p.id is not null), 0)::bigint as formalised,
          coalesce(sum(l.usd_minor) filter (where l.account = 'unallocated' and p.id is not null), 0)::bigint as received,
          coalesce(sum(l.usd_minor) filter (where l.account = 'receivable'), 0)::bigint as outstanding,
          coalesce(-sum(l.usd_minor) filter (where l.account = 'unallocated'), 0)::bigint as unallocated
        from new_lines l
        join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
        left join pledge p on p.id = l.pledge_id
        left join payment m on m.id = l.payment_id
        where p.id is not null or m.id is not null
        group by 1
      ) d
      where b.donor_id = d.donor_id;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_grant_balances()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      if exists (
        select from new_lines l join fund_grant g on g.id = l.grant_id
        where l.account in ('grants_payable', 'grant_expense') and l.currency <> g.currency
      ) then
        raise exception 'a line is not in the currency of its grant' using errcode = 'check_violation';
      end if;
      update grant_balance b set
        awarded_minor = b.awarded_minor + d.awarded_minor, awarded_usd = b.awarded_usd + d.awarded_usd,
        cut_minor = b.cut_minor + d.cut_minor, cut_usd = b.cut_usd + d.cut_usd,
        disbursed_minor = b.disbursed_minor + d.disbursed_minor, disbursed_usd = b.disbursed_usd + d.disbursed_usd,
        payable_minor = b.payable_minor + d.payable_minor, payable_usd = b.payable_usd + d.payable_usd,
        refunded_minor = b.refunded_minor + d.refunded_minor, refunded_usd = b.refunded_usd + d.refunded_usd
      from (
        select l.grant_id,
          coalesce(sum(l.amount_minor) filter (where k.kind = 'grant_awarded' and l.account = 'grant_expense'), 0)::bigint
            as awarded_minor,
          coalesce(sum(l.usd_minor) filter (where k.kind = 'grant_awarded' and l.account = 'grant_expense'), 0)::bigint
            as awarded_usd,
          coalesce(-sum(l.amount_minor) filter (where k.kind = 'grant_cut' and l.account = 'grant_expense'), 0)::bigint
            as cut_minor,
          coalesce(-sum(l.usd_minor) filter (where k.kind = 'grant_cut' and l.account = 'grant_expense'), 0)::bigint
            as cut_usd,
          coalesce(sum(l.amount_minor) filter (where k.kind = 'grant_disbursed' and l.account = 'grants_payable'), 0)::bigint
            as disbursed_minor,
          coalesce(-sum(l.usd_minor) filter (where k.kind = 'grant_disbursed' and l.account = 'cash'), 0)::bigint
            as disbursed_usd,
          coalesce(-sum(l.amount_minor) filter (where l.account = 'grants_payable'), 0)::bigint as payable_minor,
          coalesce(-sum(l.usd_minor) filter (where l.account = 'grants_payable'), 0)::bigint as payable_usd,
          coalesce(-sum(l.amount_minor) filter (where k.kind = 'grant_refunded' and l.account = 'grant_expense'), 0)::bigint
            as refunded_minor,
          coalesce(-sum(l.usd_minor) filter (where k.kind = 'grant_refunded' and l.account = 'grant_expense'), 0)::bigint
            as refunded_usd
        from new_lines l
        join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
        cross join lateral (select coalesce(o.kind, e.kind) as kind) k
        where l.grant_id is not null
        group by l.grant_id
      ) d
      where b.grant_id = d.grant_id;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_held_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if old.held_at is not null then
        raise exception 'the meeting of % was held', old."on" using errcode = 'check_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_journal_tallies()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      
      insert into journal_day_tally as t (value_date, kind, account, currency, amount_minor, usd_minor, entries)
      select e.value_date, coalesce(o.kind, e.kind), l.account, l.currency, sum(l.amount_minor), sum(l.usd_minor),
        count(distinct e.number)
      from "new_lines" l
      join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (value_date, kind, account, currency) do update set
        amount_minor = t.amount_minor + excluded.amount_minor, usd_minor = t.usd_minor + excluded.usd_minor,
        entries = t.entries + excluded.entries;
      
      insert into fund_month_tally as t
        (month, dimension, key, announced_usd, formalised_usd, received_usd, outstanding_usd)
      select date_trunc('month', e.value_date)::date, k.dimension, k.key,
        coalesce(sum(l.usd_minor) filter (where l.account = 'announced'), 0),
        coalesce(-sum(l.usd_minor) filter (where l.account = 'pledge_income'), 0),
        coalesce(sum(l.usd_minor) filter (where l.account = 'unallocated'), 0),
        coalesce(sum(l.usd_minor) filter (where l.account = 'receivable'), 0)
      from "new_lines" l
      join journal_entry e on e.number = l.entry_number
      join pledge p on p.id = l.pledge_id
      cross join lateral (values
        ('donor', p.donor_id::text), ('meeting', coalesce(p.meeting_id::text, 'none'))) k (dimension, key)
      where l.account in ('announced', 'pledge_income', 'unallocated', 'receivable')
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (month, dimension, key) do update set
        announced_usd = t.announced_usd + excluded.announced_usd, formalised_usd = t.formalised_usd + excluded.formalised_usd,
        received_usd = t.received_usd + excluded.received_usd, outstanding_usd = t.outstanding_usd + excluded.outstanding_usd;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_own_standing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      raise exception 'only an administrator changes where a person stands' using errcode = 'insufficient_privilege';
    end $function$

CREATE OR REPLACE FUNCTION public.keep_people_release()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      raise exception 'a release is append-only';
    end $function$

CREATE OR REPLACE FUNCTION public.keep_rate_uses()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      
      insert into rate_use_tally as t (year, account, currency, rate_date, rate, rate_source, lines)
      select extract(year from e.value_date), l.account, l.currency, l.rate_date, l.rate, l.rate_source,
        sum(case when e.reverses is null then 1 else -1 end)
      from "new_lines" l join journal_entry e on e.number = l.entry_number
      where l.rate is not null and l.currency <> 'USD'
      group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
      on conflict (year, account, currency, rate_date, rate, rate_source) do update set
        lines = t.lines + excluded.lines;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_reconciliation_tally()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      insert into reconciliation_tally as t (kind, state, row_on, here_on, lines, here_usd, there_usd)
      select kind, state, row_on, here_on, count(*), coalesce(sum(here_usd), 0), coalesce(sum(there_usd), 0)
      from lines group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (kind, state, row_on, here_on) do update set lines = t.lines + excluded.lines,
        here_usd = t.here_usd + excluded.here_usd, there_usd = t.there_usd + excluded.there_usd;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.keep_request_steps_in_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if exists (select from request_step s where s.request_id = new.request_id and s.struck_at is null
          and s.position < new.position and s.on_day > new.on_day) then
        raise exception 'a step may not lie before the one it follows' using errcode = 'check_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.last_cleared_report(agency uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
RETURN (SELECT max(r.cleared_at) AS max FROM round_report r WHERE (r.agency_id = last_cleared_report.agency))

CREATE OR REPLACE FUNCTION public.lessen_reconciliation_tally()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      update reconciliation_tally t set lines = t.lines - gone.lines, here_usd = t.here_usd - gone.here_usd,
        there_usd = t.there_usd - gone.there_usd
      from (
        select kind, state, row_on, here_on, count(*) as lines, coalesce(sum(here_usd), 0) as here_usd,
          coalesce(sum(there_usd), 0) as there_usd
        from lines group by 1, 2, 3, 4
      ) gone
      where (t.kind, t.state) = (gone.kind, gone.state) and t.row_on is not distinct from gone.row_on
        and t.here_on is not distinct from gone.here_on;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.lock_journal()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      perform pg_advisory_xact_lock(719, 1);
      return (select coalesce(max(number), 0) + 1 from journal_entry);
    end $function$

CREATE OR REPLACE FUNCTION public.may_import()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (actor_has('focal_point'::text) OR actor_has('fund_manager'::text) OR actor_has('coordinator'::text))

CREATE OR REPLACE FUNCTION public.may_write_activity(agency_ids uuid[], visibility text, source text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (actor_is_system() OR (COALESCE((actor_agency() = ANY (agency_ids)), false) AND (actor_has('focal_point'::text) OR (actor_has('contributor'::text) AND (visibility = 'draft'::text)))) OR ((source = 'import'::text) AND (visibility = 'group'::text) AND (actor_has('focal_point'::text) OR actor_has('coordinator'::text) OR actor_has('fund_manager'::text))))

CREATE OR REPLACE FUNCTION public.money_left_out()
 RETURNS TABLE(reason text, rows bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT 'unallocated'::text,
     count(*) AS count
    FROM payment_balance
   WHERE (payment_balance.unallocated_minor > 0)
 UNION ALL
  SELECT 'given_without_pledge'::text,
     COALESCE(sum(journal_day_tally.entries), (0)::bigint) AS "coalesce"
    FROM journal_day_tally
   WHERE ((journal_day_tally.kind = 'overpayment_given'::text) AND (journal_day_tally.account = 'pledge_income'::text));
END

CREATE OR REPLACE FUNCTION public.narrative_text(narratives jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (jsonb_path_query_array(narratives, '$[*]."text"'::jsonpath))::text

CREATE OR REPLACE FUNCTION public.next_activity_reference()
 RETURNS text
 LANGUAGE sql
RETURN ((('ACT-'::text || to_char((now() AT TIME ZONE 'UTC'::text), 'YYYY'::text)) || '-'::text) || lpad((nextval('activity_number'::regclass))::text, GREATEST(5, length((currval('activity_number'::regclass))::text)), '0'::text))

CREATE OR REPLACE FUNCTION public.number_assistance_release()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if new.number <> coalesce((select max(number) from assistance_release), 0) + 1 then
        raise exception 'releases are numbered without gaps';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.number_extract_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      new.version := 1 + coalesce((select max(version) from extract_row where document = new.document), 0);
      new.is_newest := true;
      update extract_row set is_newest = false where document = new.document and is_newest;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.number_people_release()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if new.number <> coalesce((select max(number) from people_release), 0) + 1 then
        raise exception 'releases are numbered without gaps';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.observation_fits_unit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    declare
      its_unit text;
      is_of_victims boolean;
    begin
      select unit, counts_victims into its_unit, is_of_victims from indicator where slug = new.indicator_slug;
      if is_of_victims and new.value > 0 and new.value < 11 then
        raise exception 'a count of people assisted is 0 or at least 11' using errcode = 'check_violation';
      end if;
      if not (case its_unit
        when 'percent' then new.value <= 100
        when 'share' then new.value <= 1
        when 'yes_no' then new.value in (0, 1)
        else new.value = trunc(new.value) end) then
        raise exception 'the value % is impossible in %', new.value, its_unit using errcode = 'check_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.open_bank_account_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      insert into bank_account_balance (bank_account_id) values (new.id);
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.open_cohort_tally()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      insert into cohort_tally as t (meeting_id, months, pledges, announced_usd, formalised_usd, received_usd)
      select meeting_id, months, count(*)::integer, sum(announced_usd), sum(formalised_usd), sum(received_usd)
      from new_rows where announced_usd > 0
      group by 1, 2 order by 1, 2
      on conflict (meeting_id, months) do update set
        pledges = t.pledges + excluded.pledges, announced_usd = t.announced_usd + excluded.announced_usd,
        formalised_usd = t.formalised_usd + excluded.formalised_usd, received_usd = t.received_usd + excluded.received_usd;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.open_donor_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        insert into donor_balance (donor_id) values (new.id);
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.open_grant_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      insert into grant_balance (grant_id) values (new.id);
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.open_payment_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        insert into payment_balance (payment_id) values (new.id);
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.open_pledge_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        if new.kind = 'money' then
          insert into pledge_balance (pledge_id) values (new.id);
        end if;
        insert into public_pledge (pledge_id, reference, kind, donor_id, announced_on, meeting_id, condition, earmarking,
          description, valuation_minor, valuation_currency, currency)
        select new.id, new.reference, new.kind, case when not donor.anonymous then donor.id end, new.announced_on,
          new.meeting_id, new.condition, new.earmarking, new.description, new.valuation_minor, new.valuation_currency,
          new.currency
        from donor where donor.id = new.donor_id;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.overlap_candidates(self uuid, lead uuid, places text[], containers text[], anywhere tsquery, words text[], from_on date, until_on date, wanted_kind text, wanted_forms text[], wanted_audiences text[], wanted_pillars text[], wanted_targets text[], at_least integer, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    declare found uuid[];
    begin
      with near as (
        (select activity_id as id from activity_area
          where place_code = any (places) and scope = 'group' and counted
            and (until_on is null or start_on <= until_on)
          order by start_on desc nulls last limit 3000)
        union
        (select activity_id from activity_area
          where place_code = any (places) and scope = 'group' and counted and start_on is null limit 200)
        union
        (select p.activity_id from activity_place p where p.place_code = any (containers) limit 1000)
        union
        (select id from activity where facets @@ anywhere and counted limit 1000)
      )
      select array_agg(best.id) into found from (
        select a.id from near join activity a using (id)
        cross join lateral (select
          case when a.kind = wanted_kind then 16 else 0 end
          + case when a.forms && wanted_forms then 10 else 0 end
          + case when a.audiences && wanted_audiences then 10 else 0 end
          + case when a.pillars && wanted_pillars then 6 else 0 end
          + case when a.sdg_targets && wanted_targets then 6 else 0 end) bound (points)
        where a.counted and a.status <> 'cancelled' and a.id is distinct from self and a.lead_agency_id <> lead
          and (until_on is null or a.start_on is null or a.start_on <= until_on)
          and (from_on is null or a.end_on is null or a.end_on >= from_on)
          and bound.points >= at_least
        order by bound.points + case when strpos(a.search, words[1]) > 0 then 3 else 0 end
          + case when strpos(a.search, words[2]) > 0 then 3 else 0 end desc, a.id
        limit most
      ) best;
      return coalesce(found, '{}');
    end $function$

CREATE OR REPLACE FUNCTION public.people_to_release()
 RETURNS TABLE(year integer, places text[], people jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    begin
      if not (actor_is_system() or actor_has('coordinator')) then
        raise exception 'permission denied: counts of people';
      end if;
      return query
        select extract(year from a.start_on)::integer,
          array(select distinct p.public_place_code from activity_place p where p.activity_id = a.id order by 1),
          (select jsonb_agg(jsonb_build_object('kind', c.kind, 'sex', c.sex, 'ageGroup', c.age_group, 'form', c.form,
            'audience', c.audience, 'count', c.count)) from activity_people c where c.activity_id = a.id)
        from activity a
        where a.audience = 'public' and exists (select from activity_people c where c.activity_id = a.id)
        order by a.id;
    end $function$

CREATE OR REPLACE FUNCTION public.place_and_containers(code text)
 RETURNS TABLE(place_code text, named boolean)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 WITH RECURSIVE reach(place_code, parent_code, named) AS (
          SELECT place.code,
             place.parent_code,
             true AS "?column?"
            FROM place
           WHERE (place.code = place_and_containers.code)
         UNION
          SELECT place.code,
             place.parent_code,
             false
            FROM (place
              JOIN reach reach_1 ON ((place.code = reach_1.parent_code)))
         )
  SELECT reach.place_code,
     reach.named
    FROM reach;
END

CREATE OR REPLACE FUNCTION public.public_activity_identifiers(wanted uuid[])
 RETURNS TABLE(activity_id uuid, identifier text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT i.activity_id,
     i.external_id
    FROM (activity_import i
      JOIN activity a ON ((a.id = i.activity_id)))
   WHERE ((i.activity_id = ANY (public_activity_identifiers.wanted)) AND (a.audience = 'public'::text));
END

CREATE OR REPLACE FUNCTION public.public_activity_shares(wanted uuid[])
 RETURNS TABLE(activity_id uuid, place_code text, percentage numeric)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.activity_id,
     p.place_code,
     p.percentage
    FROM (activity_place p
      JOIN activity a ON ((a.id = p.activity_id)))
   WHERE ((p.activity_id = ANY (public_activity_shares.wanted)) AND (a.audience = 'public'::text) AND (p.percentage IS NOT NULL) AND (NOT (EXISTS ( SELECT
            FROM activity_place q
           WHERE ((q.activity_id = p.activity_id) AND (q.public_place_code <> q.place_code))))));
END

CREATE OR REPLACE FUNCTION public.public_cohorts()
 RETURNS TABLE(slug text, starts_on date, months integer, pledges integer, donors integer, announced_usd bigint, formalised_usd bigint, received_usd bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT m.slug,
     m.starts_on,
     t.months,
     t.pledges,
     d.donors,
     t.announced_usd,
     t.formalised_usd,
     t.received_usd
    FROM ((cohort_tally t
      JOIN meeting m ON ((m.id = t.meeting_id)))
      CROSS JOIN LATERAL ( SELECT (count(DISTINCT COALESCE((p.donor_id)::text, 'anonymous'::text)))::integer AS donors
            FROM public_pledge p
           WHERE ((p.meeting_id = m.id) AND (p.kind = 'money'::text))) d)
   WHERE ((d.donors >= 3) AND (m.starts_on IS NOT NULL))
   ORDER BY m.starts_on, t.months;
END

CREATE OR REPLACE FUNCTION public.public_fund_flows()
 RETURNS TABLE(kind text, account text, usd_minor bigint, entries bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT t.kind,
     t.account,
     (sum(t.usd_minor))::bigint AS sum,
     sum(t.entries) AS sum
    FROM journal_day_tally t
   WHERE (t.account = ANY (ARRAY['announced'::text, 'pledge_income'::text, 'unallocated'::text]))
   GROUP BY t.kind, t.account;
END

CREATE OR REPLACE FUNCTION public.public_grant_waits(listed text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM (fund_grant g
              JOIN grant_pool_member m ON ((m.grant_id = g.id)))
           WHERE (((public_grant_waits.listed = g.reference) OR (public_grant_waits.listed = (g.public_id)::text)) AND (m.release_number = ( SELECT max(r.number) AS max
                    FROM people_release r
                   WHERE (r.withdrawn_at IS NULL))) AND ((g.visibility = 'public'::text) OR (m.visibility = 'withheld'::text))))) AS "exists";
END

CREATE OR REPLACE FUNCTION public.public_pledge_steps(wanted text)
 RETURNS TABLE(kind text, "on" date, amount_minor bigint, currency text, usd_minor bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.kind,
     s."on",
     s.amount_minor,
     p.currency,
     s.usd_minor
    FROM (pledge p
      CROSS JOIN LATERAL ( SELECT k.kind,
             COALESCE(m.received_on, e.value_date) AS "on",
             e.number,
             (sum(k.amount))::bigint AS amount_minor,
             (sum(k.usd))::bigint AS usd_minor
            FROM (((journal_line l
              JOIN journal_entry e ON ((e.number = l.entry_number)))
              LEFT JOIN payment m ON (((m.id = l.payment_id) AND (l.account = ANY (ARRAY['unallocated'::text, 'receivable'::text])))))
              CROSS JOIN LATERAL ( VALUES ('announced'::text,((l.account = 'announced'::text) AND (l.amount_minor > 0)),l.amount_minor,l.usd_minor), ('formalised'::text,((l.account = 'pledge_income'::text) AND (l.amount_minor < 0)),(- l.amount_minor),(- l.usd_minor)), ('received'::text,((l.account = 'receivable'::text) AND (l.payment_id IS NOT NULL)),(- l.amount_minor),0), ('received'::text,(l.account = 'unallocated'::text),0,l.usd_minor)) k(kind, holds, amount, usd))
           WHERE ((l.pledge_id = p.id) AND k.holds AND (e.reverses IS NULL) AND (NOT (EXISTS ( SELECT
                    FROM journal_entry r
                   WHERE (r.reverses = e.number)))))
           GROUP BY k.kind, COALESCE(m.received_on, e.value_date), e.number) s)
   WHERE ((p.reference = public_pledge_steps.wanted) AND (p.kind = 'money'::text))
   ORDER BY s."on", s.number, s.kind;
END

CREATE OR REPLACE FUNCTION public.public_statement_cells(year integer, this_year integer)
 RETURNS TABLE(last_entry bigint, kind text, account text, before_usd bigint, within_usd bigint, before_entries bigint, within_entries bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH booked AS (
          SELECT t.value_date,
             t.kind,
             t.account,
             t.usd_minor,
             t.entries
            FROM journal_day_tally t
         UNION ALL
          SELECT e.value_date,
             COALESCE(o.kind, e.kind) AS "coalesce",
             l.account,
             (- sum(l.usd_minor)),
             (- count(DISTINCT e.number))
            FROM (((fund_grant g
              JOIN journal_line l ON ((l.grant_id = g.id)))
              JOIN journal_entry e ON ((e.number = l.entry_number)))
              LEFT JOIN journal_entry o ON ((o.number = e.reverses)))
           WHERE ((g.visibility <> 'public'::text) AND (e.value_date >= make_date(public_statement_cells.this_year, 1, 1)))
           GROUP BY e.value_date, COALESCE(o.kind, e.kind), l.account
         )
  SELECT ( SELECT COALESCE(max(journal_entry.number), (0)::bigint) AS "coalesce"
            FROM journal_entry) AS "coalesce",
     b.kind,
     b.account,
     (COALESCE(sum(b.usd_minor) FILTER (WHERE (b.value_date < make_date(public_statement_cells.year, 1, 1))), (0)::numeric))::bigint AS "coalesce",
     (COALESCE(sum(b.usd_minor) FILTER (WHERE (b.value_date >= make_date(public_statement_cells.year, 1, 1))), (0)::numeric))::bigint AS "coalesce",
     (COALESCE(sum(b.entries) FILTER (WHERE (b.value_date < make_date(public_statement_cells.year, 1, 1))), (0)::numeric))::bigint AS "coalesce",
     (COALESCE(sum(b.entries) FILTER (WHERE (b.value_date >= make_date(public_statement_cells.year, 1, 1))), (0)::numeric))::bigint AS "coalesce"
    FROM booked b
   WHERE ((b.value_date <= make_date(public_statement_cells.year, 12, 31)) AND (b.account = ANY (ARRAY['fund_balance'::text, 'pledge_income'::text, 'interest'::text, 'grant_expense'::text, 'support_cost'::text, 'bank_charges'::text, 'written_off'::text, 'fx_difference'::text])))
   GROUP BY b.kind, b.account;
END

CREATE OR REPLACE FUNCTION public.public_statement_years()
 RETURNS TABLE(first_year integer, last_year integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXTRACT(year FROM min(journal_day_tally.value_date)))::integer AS "extract",
     (EXTRACT(year FROM max(journal_day_tally.value_date)))::integer AS "extract"
    FROM journal_day_tally;
END

CREATE OR REPLACE FUNCTION public.rare_activities(wanted tsquery, word text, readership text, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    declare
      found uuid[];
      sampled integer;
    begin
      -- For a word that stands nearly everywhere the index would first gather nearly everything.
      if word is not null and wanted is null then
        select count(*) filter (where newest.search like '%' || word || '%') into sampled
        from (select search from activity order by start_on desc nulls last, id desc limit 500) newest;
        if sampled / 500.0 * (select reltuples from pg_class where oid = 'activity'::regclass) > 2 * most then
          return null;
        end if;
      end if;
      execute 'select array(select id from activity where true'
        || case readership when 'public' then ' and audience = ''public''' when 'group' then ' and counted' else '' end
        || case when wanted is not null then ' and facets @@ $1' else '' end
        || case when word is not null then ' and search like ''%'' || $2 || ''%''' else '' end
        || ' limit $3)'
      into found using wanted, word, most + 1;
      return case when cardinality(found) > most then null else found end;
    end $function$

CREATE OR REPLACE FUNCTION public.rebuild_reconciliation_lines()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      delete from reconciliation_line;
      delete from reconciliation_tally;
      insert into reconciliation_line (document, entry_number, kind, row_on, here_on, entry_kind, payment_id, here_minor, here_currency,
  here_usd, there_minor, there_currency, there_usd) 
    select d.document, i.entry_number, coalesce(d.kind, i.kind), d.posted_on, i.here_on, i.entry_kind, i.payment_id,
      i.here_minor, i.here_currency, i.here_usd, d.amount_minor, d.currency, d.usd_minor
    from (select * from extract_row d where d.is_newest and true) d
    left join reconciliation_match k on k.document = d.document and k.kind = d.kind and k.ended_at is null
    full join (select * from reconciliation_item i where true) i
      on i.entry_number = k.entry_number and i.kind = k.kind;
    end $function$

CREATE OR REPLACE FUNCTION public.refresh_reconciliation_lines(documents text[], entries bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    declare
      all_entries bigint[] := array(
        select unnest(entries)
        union select entry_number from reconciliation_line where document = any (documents) and entry_number is not null
        union select entry_number from reconciliation_match where document = any (documents) and ended_at is null);
      all_documents text[] := array(
        select unnest(documents)
        union select document from reconciliation_line where entry_number = any (all_entries) and document is not null
        union select document from reconciliation_match where entry_number = any (all_entries) and ended_at is null);
    begin
      delete from reconciliation_line where document = any (all_documents) or entry_number = any (all_entries);
      insert into reconciliation_line (document, entry_number, kind, row_on, here_on, entry_kind, payment_id, here_minor, here_currency,
  here_usd, there_minor, there_currency, there_usd)
      
    select d.document, i.entry_number, coalesce(d.kind, i.kind), d.posted_on, i.here_on, i.entry_kind, i.payment_id,
      i.here_minor, i.here_currency, i.here_usd, d.amount_minor, d.currency, d.usd_minor
    from (select * from extract_row d where d.is_newest and d.document = any (all_documents)) d
    left join reconciliation_match k on k.document = d.document and k.kind = d.kind and k.ended_at is null
    full join (select * from reconciliation_item i where i.entry_number = any (all_entries)) i
      on i.entry_number = k.entry_number and i.kind = k.kind;
    end $function$

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $function$

CREATE OR REPLACE FUNCTION public.refuse_merged_donor()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      perform lock_journal();
      if exists (select from donor where id = new.donor_id and merged_into is not null) then
        raise exception 'donor % was merged into another', new.donor_id using errcode = 'check_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.requests_with_consent(code text)
 RETURNS TABLE(reference text, received_on date, stage text, pillars text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      select r.reference, r.received_on, r.stage, r.pillars
      from assistance_request r join request_consent c on c.request_id = r.id and c.withdrawn_on is null
      where r.place_code = $1
      order by r.received_on desc, r.reference desc
    $function$

CREATE OR REPLACE FUNCTION public.round_is_open(round uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM reporting_round r WHERE ((r.id = round_is_open.round) AND (r.closed_at IS NULL))))

CREATE OR REPLACE FUNCTION public.set_grant_reference()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    declare
      number text := nextval('fund_grant_number')::text;
    begin
      new.reference := 'GRA-' || to_char(new.proposed_on, 'YYYY') || '-' || lpad(number, greatest(5, length(number)), '0');
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.set_payment_reference()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    declare
      number text := nextval('payment_number')::text;
    begin
      new.reference := 'PAY-' || to_char(new.received_on, 'YYYY') || '-' || lpad(number, greatest(5, length(number)), '0');
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.set_pledge_reference()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    declare
      number text := nextval('pledge_number')::text;
    begin
      new.reference := 'PLG-' || to_char(new.announced_on, 'YYYY') || '-' || lpad(number, greatest(5, length(number)), '0');
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.spread_activity()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'UPDATE' then
        delete from activity_agency a using new_rows n join old_rows o using (id)
        where a.activity_id = n.id and o.agency_ids is distinct from n.agency_ids and not a.agency_id = any (n.agency_ids);
        update activity_area a set audience = n.audience, counted = n.counted, start_on = n.start_on
        from new_rows n
        where a.activity_id = n.id
          and (a.audience, a.counted, a.start_on) is distinct from (n.audience, n.counted, n.start_on);
      end if;
      insert into activity_agency as a (activity_id, agency_id, role, audience, counted, start_on)
      select n.id, g.agency_id, case when g.agency_id = n.lead_agency_id then 'lead' else 'partner' end,
        n.audience, n.counted, n.start_on
      from new_rows n cross join lateral (select distinct unnest(n.agency_ids)) g (agency_id)
      on conflict (activity_id, agency_id) do update
        set role = excluded.role, audience = excluded.audience, counted = excluded.counted, start_on = excluded.start_on
        where (a.role, a.audience, a.counted, a.start_on)
          is distinct from (excluded.role, excluded.audience, excluded.counted, excluded.start_on);
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.spread_activity_place()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    declare touched uuid[];
    begin
      if tg_op = 'INSERT' then touched := array(select distinct activity_id from new_rows);
      elsif tg_op = 'DELETE' then touched := array(select distinct activity_id from old_rows);
      else touched := array(select activity_id from old_rows union select activity_id from new_rows);
      end if;
      with told (activity_id, scope, code) as materialized (
        select p.activity_id, t.scope, t.code
        from activity_place p
        cross join lateral (values ('group', p.place_code), ('public', p.public_place_code)) t (scope, code)
        where p.activity_id = any (touched)
      ), reach as materialized (
        select c.code, r.place_code, r.named
        from (select distinct code from told) c cross join lateral place_and_containers(c.code) r
      ), wanted as materialized (
        select told.activity_id, told.scope, reach.place_code, bool_or(reach.named) as named
        from told join reach using (code)
        group by told.activity_id, told.scope, reach.place_code
      ), gone as (
        delete from activity_area a
        where a.activity_id = any (touched) and not exists (
          select from wanted w
          where w.activity_id = a.activity_id and w.scope = a.scope and w.place_code = a.place_code)
      )
      insert into activity_area as a (activity_id, scope, place_code, named, audience, counted, start_on)
      select w.activity_id, w.scope, w.place_code, w.named, activity.audience, activity.counted, activity.start_on
      from wanted w join activity on activity.id = w.activity_id
      on conflict (activity_id, scope, place_code) do update set named = excluded.named
        where a.named is distinct from excluded.named;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.status_only_where_asked()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if not exists (
        select from paragraph
        where instrument_slug = new.instrument_slug and number = new.number
          and new.addressee = any (status_addressees)
      ) then
        raise exception 'paragraph % asks nothing of % that could carry a status', new.number, new.addressee
          using errcode = 'check_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.tally_activity_area_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into activity_tally (scope, dimension, key, count)
        select scope, dimension, key, sum(sign) from (
    select -1 as sign, r.scope, d.dimension, r.place_code as key
    from old_rows r join place on place.code = r.place_code
    cross join lateral (values
      ('place', r.named),
      ('region', place.level = 'region' or place.level = 'world' and r.named)) d (dimension, holds)
    where d.holds and case r.scope when 'public' then r.audience = 'public' else r.counted end) difference
        group by scope, dimension, key having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_activity_area_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into activity_tally (scope, dimension, key, count)
        select scope, dimension, key, sum(sign) from (
    select 1 as sign, r.scope, d.dimension, r.place_code as key
    from new_rows r join place on place.code = r.place_code
    cross join lateral (values
      ('place', r.named),
      ('region', place.level = 'region' or place.level = 'world' and r.named)) d (dimension, holds)
    where d.holds and case r.scope when 'public' then r.audience = 'public' else r.counted end) difference
        group by scope, dimension, key having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_activity_area_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into activity_tally (scope, dimension, key, count)
        select scope, dimension, key, sum(sign) from (
    select -1 as sign, r.scope, d.dimension, r.place_code as key
    from old_rows r join place on place.code = r.place_code
    cross join lateral (values
      ('place', r.named),
      ('region', place.level = 'region' or place.level = 'world' and r.named)) d (dimension, holds)
    where d.holds and case r.scope when 'public' then r.audience = 'public' else r.counted end union all 
    select 1 as sign, r.scope, d.dimension, r.place_code as key
    from new_rows r join place on place.code = r.place_code
    cross join lateral (values
      ('place', r.named),
      ('region', place.level = 'region' or place.level = 'world' and r.named)) d (dimension, holds)
    where d.holds and case r.scope when 'public' then r.audience = 'public' else r.counted end) difference
        group by scope, dimension, key having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_activity_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into activity_tally (scope, dimension, key, count)
        select scope, dimension, key, sum(sign) from (
    select -1 as sign, k.* from old_rows r
    cross join lateral activity_tally_keys(r.audience, r.counted, r.facets) k) difference
        group by scope, dimension, key having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_activity_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into activity_tally (scope, dimension, key, count)
        select scope, dimension, key, sum(sign) from (
    select 1 as sign, k.* from new_rows r
    cross join lateral activity_tally_keys(r.audience, r.counted, r.facets) k) difference
        group by scope, dimension, key having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_activity_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into activity_tally (scope, dimension, key, count)
        select scope, dimension, key, sum(sign) from (
    select -1 as sign, k.* from old_rows r
    cross join lateral activity_tally_keys(r.audience, r.counted, r.facets) k union all 
    select 1 as sign, k.* from new_rows r
    cross join lateral activity_tally_keys(r.audience, r.counted, r.facets) k) difference
        group by scope, dimension, key having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_block(completed integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      insert into journal_block_tally (block, value_date, kind, account, usd_minor)
      select completed, e.value_date, coalesce(o.kind, e.kind), l.account, sum(l.usd_minor)
      from journal_entry e
      join journal_line l on l.entry_number = e.number
      left join journal_entry o on o.number = e.reverses
      where e.number > completed::bigint * 32768 and e.number <= (completed + 1)::bigint * 32768
      group by 2, 3, 4;
    $function$

CREATE OR REPLACE FUNCTION public.tally_paragraph_agencies_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        
    insert into paragraph_agency_tally (number, agency_id, year, count)
    select number, agency_id, year, sum(sign) from (
    select -1 as sign, p.number, a.agency_id, extract(year from r.start_on)::integer as year
    from old_rows r
    cross join lateral (select distinct unnest(r.paragraphs)) p (number)
    cross join lateral (select distinct unnest(r.agency_ids)) a (agency_id)
    where r.counted) difference
    group by number, agency_id, year having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_paragraph_agencies_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        
    insert into paragraph_agency_tally (number, agency_id, year, count)
    select number, agency_id, year, sum(sign) from (
    select 1 as sign, p.number, a.agency_id, extract(year from r.start_on)::integer as year
    from new_rows r
    cross join lateral (select distinct unnest(r.paragraphs)) p (number)
    cross join lateral (select distinct unnest(r.agency_ids)) a (agency_id)
    where r.counted) difference
    group by number, agency_id, year having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_paragraph_agencies_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        
    insert into paragraph_agency_tally (number, agency_id, year, count)
    select number, agency_id, year, sum(sign) from (
    select -1 as sign, p.number, a.agency_id, extract(year from r.start_on)::integer as year
    from old_rows r
    cross join lateral (select distinct unnest(r.paragraphs)) p (number)
    cross join lateral (select distinct unnest(r.agency_ids)) a (agency_id)
    where r.counted union all 
    select 1 as sign, p.number, a.agency_id, extract(year from r.start_on)::integer as year
    from new_rows r
    cross join lateral (select distinct unnest(r.paragraphs)) p (number)
    cross join lateral (select distinct unnest(r.agency_ids)) a (agency_id)
    where r.counted) difference
    group by number, agency_id, year having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_paragraphs_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        
    insert into activity_tally (scope, dimension, key, count)
    select scope, 'paragraph', key, sum(sign) from (
    select -1 as sign, s.scope, p.number as key
    from old_rows r
    cross join lateral (values ('group', r.counted), ('public', r.audience = 'public')) s (scope, holds)
    cross join lateral (select distinct unnest(r.paragraphs)) p (number)
    where s.holds) difference
    group by scope, key having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_paragraphs_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        
    insert into activity_tally (scope, dimension, key, count)
    select scope, 'paragraph', key, sum(sign) from (
    select 1 as sign, s.scope, p.number as key
    from new_rows r
    cross join lateral (values ('group', r.counted), ('public', r.audience = 'public')) s (scope, holds)
    cross join lateral (select distinct unnest(r.paragraphs)) p (number)
    where s.holds) difference
    group by scope, key having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tally_paragraphs_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        
    insert into activity_tally (scope, dimension, key, count)
    select scope, 'paragraph', key, sum(sign) from (
    select -1 as sign, s.scope, p.number as key
    from old_rows r
    cross join lateral (values ('group', r.counted), ('public', r.audience = 'public')) s (scope, holds)
    cross join lateral (select distinct unnest(r.paragraphs)) p (number)
    where s.holds union all 
    select 1 as sign, s.scope, p.number as key
    from new_rows r
    cross join lateral (values ('group', r.counted), ('public', r.audience = 'public')) s (scope, holds)
    cross join lateral (select distinct unnest(r.paragraphs)) p (number)
    where s.holds) difference
    group by scope, key having sum(sign) <> 0;
        return null;
      end $function$

CREATE OR REPLACE FUNCTION public.tell_of_public_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    begin
      notify concert_public;
      return null;
    end $function$

CREATE OR REPLACE FUNCTION public.versions_of_activity(wanted uuid)
 RETURNS TABLE(version integer, at timestamp with time zone, by_name text, change text, snapshot jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      select v.version, v.at, v.by_name, v.change,
        case when actor_is_system() or coalesce(actor_agency() = any (a.agency_ids), false) then v.snapshot
          else jsonb_set(v.snapshot, '{people}', coalesce((
            select jsonb_agg(c.row order by c.position)
            from jsonb_array_elements(v.snapshot -> 'people') with ordinality c (row, position)
            where c.row ->> 'kind' <> 'assisted'), '[]'))
        end
      from activity_version v join activity a on a.id = v.activity_id
      where v.activity_id = wanted and (
        actor_is_system()
        or actor_signed_in() and (
          a.audience in ('group', 'public') or coalesce(actor_agency() = any (a.agency_ids), false)))
      order by v.version
    $function$
