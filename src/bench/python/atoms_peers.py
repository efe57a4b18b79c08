"""Spectra of atoms beside DScribe's: the same structures, the same settings, one core each.

pip install dscribe
python atoms_peers.py "COMMAND"    COMMAND starts the command line, such as ./operando

Ten structures, orthorhombic and triclinic, periodic and not, of two to four species, some with a cell shorter than the cut-off. Prints the greatest
cosine distance between the two vectors of any atom, and microseconds an atom of a larger cell; ends with 1 if a distance is above 1e-8.
"""
import csv
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from ase import Atoms
from ase.io import write
from dscribe.descriptors import SOAP

LIMIT = 1e-8


def structures():
    random = np.random.default_rng(1)
    orthorhombic = np.diag([9.0, 10.0, 11.0])
    triclinic = np.array([[9.0, 0, 0], [2, 8, 0], [1, -2, 10]])
    short = np.array([[4.0, 0, 0], [1, 5, 0], [1, -1, 4.5]])
    for cell, atoms, species, periodic in [
        (orthorhombic, 50, ["Li", "S"], True), (orthorhombic, 40, ["Li", "P", "S"], True), (orthorhombic, 40, ["Li", "P", "S", "Cl"], True),
        (triclinic, 50, ["Li", "S"], True), (triclinic, 40, ["Li", "P", "S"], True), (triclinic, 40, ["Li", "P", "S", "Cl"], True),
        (short, 6, ["Li", "S"], True), (short, 6, ["Li", "P", "S"], True), (np.diag([30.0, 31, 32]), 40, ["Li", "O"], False), (triclinic, 40, ["Li", "P", "S", "Cl"], False),
    ]:
        yield Atoms([species[i % len(species)] for i in range(atoms)], scaled_positions=random.random((atoms, 3)), cell=cell, pbc=periodic)


def ours(command, atoms, settings, folder):
    file, table = Path(folder) / "atoms.extxyz", Path(folder) / "spectra.csv"
    write(file, atoms, format="extxyz")
    said = subprocess.run(shlex.split(command) + ["atoms", "spectra", str(file), "--out", str(table), "--cutoff", str(settings["r_cut"]), "--sigma", str(settings["sigma"]),
                                                  "--radial", str(settings["n_max"]), "--angular", str(settings["l_max"])], check=True, capture_output=True, text=True).stdout
    with open(table, encoding="utf-8") as lines:
        rows = list(csv.reader(lines))[1:]
    return np.array([[float(value) for value in row[2:]] for row in rows]), float(re.search(r"([0-9.]+) µs", said).group(1))


def main():
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for number, atoms in enumerate(structures()):
            for settings in [dict(r_cut=5.0, sigma=0.5, n_max=6, l_max=4), dict(r_cut=6.0, sigma=0.4, n_max=8, l_max=6)]:
                soap = SOAP(species=sorted(set(atoms.get_chemical_symbols())), periodic=bool(atoms.pbc.all()), **settings)
                theirs = soap.create(atoms)
                mine, _ = ours(sys.argv[1], atoms, settings, folder)
                distance = np.abs(1 - (mine * theirs).sum(1) / np.linalg.norm(mine, axis=1) / np.linalg.norm(theirs, axis=1)).max()
                worst = max(worst, distance)
                print(f"structure {number + 1}, r_cut {settings['r_cut']}: {len(atoms)} atoms, {mine.shape[1]} numbers each, cosine distance {distance:.1e}")
        random = np.random.default_rng(2)
        cell = Atoms("LiSLiP" * 1500, scaled_positions=random.random((6000, 3)), cell=[46.4, 46.4, 46.4], pbc=True)
        cell.numbers[::7] = 17
        settings = dict(r_cut=5.0, sigma=0.5, n_max=6, l_max=4)
        soap = SOAP(species=["Li", "P", "S", "Cl"], periodic=True, **settings)
        start = time.process_time()
        soap.create(cell)
        theirs = (time.process_time() - start) / len(cell) * 1e6
        _, mine = ours(sys.argv[1], cell, settings, folder)
        print(f"6000 atoms of 4 species, one core: {mine:.1f} µs an atom here, {theirs:.1f} in DScribe: {theirs / mine:.1f} times as fast")
    sys.exit(int(worst > LIMIT))


main()
