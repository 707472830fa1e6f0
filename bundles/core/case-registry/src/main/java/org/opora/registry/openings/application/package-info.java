/** Use cases of what is opened for an inspection. */
package org.opora.registry.openings.application;
