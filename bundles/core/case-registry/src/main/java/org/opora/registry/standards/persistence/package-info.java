/** Queries about assessments and internal rules, as records. */
package org.opora.registry.standards.persistence;
