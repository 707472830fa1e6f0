/** Reads walls that were raised by hand. */
package org.opora.registry.walls.persistence;
