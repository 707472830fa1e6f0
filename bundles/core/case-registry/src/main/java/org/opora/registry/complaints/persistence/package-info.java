/** Queries about complaints. */
package org.opora.registry.complaints.persistence;
