/**
 * Reviews of delivered orders, and how they are shown. Tables with forms and a view made
 * beforehand: controllers, records and SQL.
 */
@NullMarked
package dev.jangteo.review;

import org.jspecify.annotations.NullMarked;
