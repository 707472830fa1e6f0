/** What the queries of all subjects share. */
package org.opora.registry.shared.persistence;
