/** Decides on lists that are too long for one person to take out of the house. */
package org.opora.registry.exports.application;
