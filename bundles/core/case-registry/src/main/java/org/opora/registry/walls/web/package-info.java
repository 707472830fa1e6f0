/** The pages about walls. */
package org.opora.registry.walls.web;
