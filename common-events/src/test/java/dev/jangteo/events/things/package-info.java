/**
 * A small service that owns things and follows itself: what the tests of the machinery
 * run in.
 */
package dev.jangteo.events.things;
