package dev.jangteo.local.demo;

/**
 * Where the demo is told.
 */
public interface Story {

	void chapter(String title);

	void step(String who, String what);

}
