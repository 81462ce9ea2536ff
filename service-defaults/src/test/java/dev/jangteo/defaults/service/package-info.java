/**
 * A sample service, its neighbours and its callers.
 */
package dev.jangteo.defaults.service;
