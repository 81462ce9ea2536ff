/**
 * The owners' routes to their catalogue imports.
 */
@NullMarked
package dev.jangteo.shop.imports.web;

import org.jspecify.annotations.NullMarked;
