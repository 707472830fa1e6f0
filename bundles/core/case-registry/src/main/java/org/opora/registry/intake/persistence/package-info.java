/** Queries about first contact. */
package org.opora.registry.intake.persistence;
