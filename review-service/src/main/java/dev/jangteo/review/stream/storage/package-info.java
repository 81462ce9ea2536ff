/**
 * Files in object storage (S3).
 */
@NullMarked
package dev.jangteo.review.stream.storage;

import org.jspecify.annotations.NullMarked;
