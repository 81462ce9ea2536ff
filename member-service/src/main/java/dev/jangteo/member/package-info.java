/**
 * Members: who they are, how they prove it, and the tokens everybody else checks. Tables
 * with forms: controllers, records and SQL, no more.
 */
@NullMarked
package dev.jangteo.member;

import org.jspecify.annotations.NullMarked;
