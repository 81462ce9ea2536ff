/**
 * Uploaded files in object storage (S3), written and read in pieces of a few megabytes.
 */
@NullMarked
package dev.jangteo.shop.imports.storage;

import org.jspecify.annotations.NullMarked;
