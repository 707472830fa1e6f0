/** What the trail asks of the relations. */
package org.opora.registry.trail.persistence;
