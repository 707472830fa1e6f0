/** The pages about what is opened for an inspection. */
package org.opora.registry.openings.web;
