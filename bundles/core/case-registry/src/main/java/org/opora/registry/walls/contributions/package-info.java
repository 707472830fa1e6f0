/** What walls offer the house. */
package org.opora.registry.walls.contributions;
