/** The tables of disability. */
package org.opora.registry.disability.persistence;
