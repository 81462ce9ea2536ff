/**
 * The services' OpenAPI documents together, and a page to browse them.
 */
@NullMarked
package dev.jangteo.gateway.docs;

import org.jspecify.annotations.NullMarked;
