/** The tables of what children say. */
package org.opora.registry.views.persistence;
