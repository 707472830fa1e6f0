/** Reads who asked to take a long list out of the house. */
package org.opora.registry.exports.persistence;
