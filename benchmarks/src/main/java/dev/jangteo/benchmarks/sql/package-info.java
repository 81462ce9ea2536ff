/**
 * What happens in PostgreSQL: asked, recorded, and made into a script for pgbench.
 */
@NullMarked
package dev.jangteo.benchmarks.sql;

import org.jspecify.annotations.NullMarked;
