/** The tables of agreed aims. */
package org.opora.registry.aims.persistence;
