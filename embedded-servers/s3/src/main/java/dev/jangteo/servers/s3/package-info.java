/**
 * Object storage with the S3 protocol over a folder, as a program.
 */
@NullMarked
package dev.jangteo.servers.s3;

import org.jspecify.annotations.NullMarked;
