/**
 * The public routes of search-service.
 */
@NullMarked
package dev.jangteo.search.finding.web;

import org.jspecify.annotations.NullMarked;
