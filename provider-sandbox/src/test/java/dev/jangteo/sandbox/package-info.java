/**
 * The sandbox as a merchant and a shopper meet it.
 */
package dev.jangteo.sandbox;
