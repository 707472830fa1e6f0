/** Queries about safety notices. */
package org.opora.registry.safety.persistence;
