/** What a wall that was raised by hand is. */
package org.opora.registry.walls.domain;
