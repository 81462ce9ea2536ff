package dev.jangteo.payment.paying;

/**
 * How far giving the money back has come.
 */
public enum RefundState {

	/** Nobody wants it back. */
	NONE,

	/** It is to be given back and not yet. */
	REQUESTED,

	/** All of it was given back. */
	DONE,

	/** The provider refuses to give it back; it is tried again, slowly. */
	FAILED

}
