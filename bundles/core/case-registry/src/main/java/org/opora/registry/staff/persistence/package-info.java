/** Queries about staff, as records. */
package org.opora.registry.staff.persistence;
