/**
 * What every HTTP answer has alike: problems, JSON, request ids and bounds.
 */
@NullMarked
package dev.jangteo.defaults.web;

import org.jspecify.annotations.NullMarked;
