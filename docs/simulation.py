"""The voltage of a symmetric lithium cell in PyBaMM, from what 'operando simulation' wrote.

python simulation.py FOLDER    reads cell.csv, current.csv and parameters.csv there and writes simulated.csv beside them

Kinetics at both interfaces with the measured contact over time, ohmic drops of the electrolyte and of interphases of the
measured thickness. It is the place to add what a simulation knows and an image does not: diffusion, heat, mechanics.
"""
import csv
import sys
from pathlib import Path

import numpy as np
import pybamm


def table(file):
    with open(file, encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {name: np.array([float(row[name]) if row[name] else np.nan for row in rows]) for name in rows[0] if name != "scan"}


def over_time(times, values, name):
    known = np.isfinite(values)
    return pybamm.Interpolant(times[known], values[known], pybamm.t, name=name, interpolator="linear", extrapolate=True)


def half_cycles(times, current):
    """The readings of every stretch with a current of one sign."""
    start = 0
    for i in range(1, len(times) + 1):
        if i == len(times) or np.sign(current[i]) != np.sign(current[start]):
            if current[start] != 0 and i - start > 1:
                yield slice(start, i)
            start = i


def simulate(cell, times, current, parameters):
    """The voltage at the times of one half cycle, V."""
    thermal = 8.314462618 * parameters["temperature"] / 96485.33212
    applied = over_time(times, current, "current density")
    model = pybamm.BaseModel("Contact of a symmetric cell")
    charge = pybamm.Variable("Charge [A.h.m-2]")
    model.rhs[charge] = applied / 3600
    model.initial_conditions[charge] = pybamm.Scalar(0)
    voltage = pybamm.Scalar(0)
    for side, sign in (("top", 1), ("bottom", -1)):
        overpotential = pybamm.Variable(f"Overpotential at the {side} [V]")
        x = overpotential / thermal
        kinetics = parameters["exchange_current_density"] * (pybamm.exp(parameters["alpha_anodic"] * x) - pybamm.exp(-parameters["alpha_cathodic"] * x))
        contact = over_time(cell["time_s"], cell[f"contact_fraction_{side}"], f"contact {side}")
        model.algebraic[overpotential] = kinetics * contact - sign * applied
        model.initial_conditions[overpotential] = pybamm.Scalar(0.05 * sign * np.sign(current[0]))
        interphase = over_time(cell["time_s"], cell[f"interphase_thickness_{side}_m"], f"interphase {side}")
        voltage += sign * overpotential + applied * interphase / parameters["interphase_conductivity"]
    voltage += applied * over_time(cell["time_s"], cell["electrolyte_thickness_m"], "electrolyte") / parameters["electrolyte_conductivity"]
    model.variables["Voltage [V]"] = voltage
    solution = pybamm.Simulation(model, solver=pybamm.IDAKLUSolver(rtol=1e-8, atol=1e-8)).solve([times[0], times[-1]], t_interp=times)
    return solution["Voltage [V]"](times)


def main(folder):
    cell = table(folder / "cell.csv")
    record = table(folder / "current.csv")
    with open(folder / "parameters.csv", encoding="utf-8") as lines:
        parameters = {row["parameter"]: float(row["value"]) for row in csv.DictReader(lines)}
    times, current = record["time_s"], record["current_density_A_m2"]
    with open(folder / "simulated.csv", "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(["time_h", "voltage_predicted_V"])
        for half in half_cycles(times, current):
            for time, volts in zip(times[half], simulate(cell, times[half], current[half], parameters)):
                rows.writerow([f"{time / 3600:.9g}", f"{volts:.9g}"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
