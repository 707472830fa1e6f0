package org.opora.persistence.keys;

/**
 * The keys a house works with.
 *
 * @param master wraps the data keys
 * @param marks root of the fingerprints; it stays when the master key is renewed, because rows are
 *     looked up by them
 * @param generation how many master keys there were, this one included
 */
public record HouseKeys(MasterKey master, MasterKey marks, int generation) {}
