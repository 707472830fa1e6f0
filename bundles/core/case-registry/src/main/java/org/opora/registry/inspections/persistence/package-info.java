/** Queries about inspections of case files. */
package org.opora.registry.inspections.persistence;
