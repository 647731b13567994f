// What becomes of a build before it gets to dist/: a Trunk hook, see Trunk.toml.
import { split } from "./split.mjs";
import { joinStyles } from "./styles.mjs";

const { TRUNK_PROFILE: profile, TRUNK_STAGING_DIR: staging } = process.env;

split(staging, profile);
joinStyles(staging);
