/**
 * One OpenSearch node with the Korean analyser, as a program.
 */
@NullMarked
package dev.jangteo.servers.opensearch;

import org.jspecify.annotations.NullMarked;
