/** Raises walls by hand, and lifts them. */
package org.opora.registry.walls.application;
