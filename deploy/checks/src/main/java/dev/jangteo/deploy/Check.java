package dev.jangteo.deploy;

import java.util.List;

/** One kind of file, and what has to hold for it. */
interface Check {

	String name();

	/** Empty when all is well. */
	List<Finding> run(Project project);

}
