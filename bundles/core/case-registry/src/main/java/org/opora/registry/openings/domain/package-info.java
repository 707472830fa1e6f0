/** What is opened for an inspection. */
package org.opora.registry.openings.domain;
