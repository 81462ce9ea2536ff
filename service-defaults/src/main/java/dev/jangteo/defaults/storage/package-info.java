/**
 * Files in an object storage that speaks S3.
 */
@NullMarked
package dev.jangteo.defaults.storage;

import org.jspecify.annotations.NullMarked;
