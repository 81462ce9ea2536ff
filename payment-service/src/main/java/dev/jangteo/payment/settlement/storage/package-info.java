/**
 * Exported files in object storage (S3).
 */
@NullMarked
package dev.jangteo.payment.settlement.storage;

import org.jspecify.annotations.NullMarked;
